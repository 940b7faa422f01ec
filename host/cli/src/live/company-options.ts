import type { Command } from "commander";
import { CliError } from "../errors.ts";

export interface CompanyOptions {
  readonly facilitator?: string;
  readonly mirrorAgreed?: readonly string[];
}

/** Whose band leads the session, and who may feel whom. */
export const addCompanyOptions = (command: Command): Command =>
  command
    .option("--facilitator <name>", "whose band leads the session: any press on it stops all (docs/WEARING.md)")
    .option(
      "--mirror-agreed <names...>",
      "who said yes to both: their movement on others' wrists, and others' on theirs; nobody else feels anybody",
    );

const placeOf = (option: string, name: string, names: readonly string[]): number => {
  const place = names.indexOf(name);
  if (place < 0) throw new CliError("usage", `expected ${option} to name one of ${names.join(", ")}, found ${name}`);
  return place;
};

/** Places in the group. @throws CliError where nobody has that name */
export const companyOf = (
  { facilitator, mirrorAgreed = [] }: CompanyOptions,
  names: readonly string[],
): { readonly facilitator?: number; readonly agreed: readonly number[] } => ({
  ...(facilitator !== undefined && { facilitator: placeOf("--facilitator", facilitator, names) }),
  agreed: mirrorAgreed.map((name) => placeOf("--mirror-agreed", name, names)),
});
