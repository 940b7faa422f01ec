/** What XML 1.0 has no way to write, lone surrogates among it. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand between tags or in an attribute. */
export const xml = (text: string): string => text.replace(NOT_XML, "").replace(/[&<>"']/g, (c) => ENTITIES[c] ?? "");

/** A coordinate: tenths of a pixel are enough and keep files small. */
export const px = (value: number): string => String(Math.round(value * 10) / 10);

type Attributes = Readonly<Record<string, string | number>>;

const attributesText = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${typeof value === "number" ? px(value) : xml(value)}"`)
    .join("");

/** An element; its content is markup already. */
export const element = (tag: string, attributes: Attributes, content?: string): string =>
  content === undefined
    ? `<${tag}${attributesText(attributes)}/>`
    : `<${tag}${attributesText(attributes)}>${content}</${tag}>`;

/** A line of text; `tip` is what a pointer over it shows. */
export const label = (text: string, attributes: Attributes, tip?: string): string =>
  element("text", attributes, `${tip === undefined ? "" : element("title", {}, xml(tip))}${xml(text)}`);
