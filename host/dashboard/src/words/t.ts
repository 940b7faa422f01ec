import type { Catalogue, Fillings, Key, Places } from "./catalogue.ts";
import { en } from "./en/index.ts";

const PLACE = /\{(\w+)\}/g;

/** The document has one language at a time, and so has the page. */
let catalogue: Catalogue = en;
let locale = "en";

/** All texts from now on; who draws must draw anew. */
export const speak = (language: string, texts: Catalogue): void => {
  locale = language;
  catalogue = texts;
};

/**
 * A text in the page's language, its places filled.
 *
 * @example t("stop.waitingFor", { names: "Ada, Ben" })
 */
export const t = <K extends Key>(
  key: K,
  ...[fillings]: [Places<TextOf<K>>] extends [never] ? [] : [Fillings<K>]
): string =>
  catalogue[key].replace(PLACE, (place, name: string) =>
    String((fillings as Readonly<Record<string, string | number>> | undefined)?.[name] ?? place),
  );

type TextOf<K extends Key> = (typeof en)[K];

/** A figure with the decimals that it needs, at most so many, as the language writes it. */
export const figure = (value: number, decimals = 0): string =>
  value.toLocaleString(locale, { maximumFractionDigits: decimals, useGrouping: false });

/** A list as people say it: 'Ada, Ben and Cleo'. */
export const listOf = (names: readonly string[]): string => new Intl.ListFormat(locale).format(names);
