/** What XML 1.0 has no way to write. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text between two tags of XML. */
export const xmlText = (text: string): string => text.replace(NOT_XML, "").replace(/[&<>]/g, (c) => ENTITIES[c] ?? "");
