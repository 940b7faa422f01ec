/** What XML 1.0 has no way to write, lone surrogates among it. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand between tags or in an attribute, of XML and of HTML. */
export const xmlText = (text: string): string =>
  text.replace(NOT_XML, "").replace(/[&<>"']/g, (c) => ENTITIES[c] ?? "");
