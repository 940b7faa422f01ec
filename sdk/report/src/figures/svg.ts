import { xmlText } from "@entrain/recording";

/** A coordinate: tenths of a pixel are enough and keep files small. */
export const px = (value: number): string => String(Math.round(value * 10) / 10);

export type Attributes = Readonly<Record<string, string | number>>;

const attributesText = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${typeof value === "number" ? px(value) : xmlText(value)}"`)
    .join("");

/** An element; its content is markup already. */
export const element = (tag: string, attributes: Attributes, content?: string): string =>
  content === undefined
    ? `<${tag}${attributesText(attributes)}/>`
    : `<${tag}${attributesText(attributes)}>${content}</${tag}>`;

/** A line of text; `tip` is what a pointer over it shows. */
export const label = (text: string, attributes: Attributes, tip?: string): string =>
  element("text", attributes, `${tip === undefined ? "" : element("title", {}, xmlText(tip))}${xmlText(text)}`);
