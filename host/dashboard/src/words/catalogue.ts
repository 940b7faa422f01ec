import type { en } from "./en/index.ts";

/** Every text of the page has one. */
export type Key = keyof typeof en;

/** All texts in one language. English is the one that says which there are, and which places each has to fill. */
export type Catalogue = { readonly [K in Key]: string };

/** The same texts of one area in another language: what is missing, or too much, does not compile. */
export type Translation<Area> = { readonly [K in keyof Area]: string };

/** Names of the places in a text: `"name" | "seconds"` of `"{name}, {seconds} s more"`. */
export type Places<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? Place | Places<Rest>
  : never;

/** What a text wants filled in. */
export type Fillings<K extends Key> = { readonly [P in Places<(typeof en)[K]>]: string | number };
