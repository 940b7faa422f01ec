import { bindArguments } from "./bind-arguments.ts";
import { inlineBodies } from "./inline-bodies.ts";
import { inlineExpressions } from "./inline-expressions.ts";
import { nameFunctions } from "./name-functions.ts";
import { type Change, read } from "./program.ts";
import { type Edit, edited } from "./source.ts";
import { withUniqueLocals } from "./unique-locals.ts";

const touches = (a: Edit, b: Edit): boolean => a.from < b.to && b.from < a.to;

/** Those changes that do not touch what one before them has changed; the others find their place in the next round. */
const compatible = (changes: readonly Change[]): readonly Edit[] => {
  const taken: Edit[] = [];
  for (const change of changes)
    if (!change.some((edit) => taken.some((other) => touches(edit, other)))) taken.push(...change);
  return taken;
};

/**
 * Puts functions in the place of their calls: each costs a band's memory four variables and one for each parameter, and
 * each call as much time as a few statements. ES5 in, ES5 out; the functions of the main program are expressions.
 *
 * @param apart - names of functions that stay, whatever it saves
 */
export const inlineFunctions = (code: string, apart: ReadonlySet<string>): string => {
  let current = withUniqueLocals(code);
  for (;;) {
    const program = read(current);
    const edits = compatible([
      ...nameFunctions(program),
      ...bindArguments(program),
      ...inlineExpressions(program, apart),
      ...inlineBodies(program, apart),
    ]);
    if (edits.length === 0) return current;
    current = edited(current, edits);
  }
};
