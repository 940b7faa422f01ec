/** A JSON schema, as far as it is needed here. */
export type Schema = Readonly<Record<string, unknown>>;

const described = (schema: Schema, description?: string): Schema =>
  description === undefined ? schema : { ...schema, description };

export const number = (description?: string): Schema => described({ type: "number" }, description);
export const whole = (description?: string): Schema => described({ type: "integer", minimum: 0 }, description);
export const text = (description?: string): Schema => described({ type: "string" }, description);
export const flag = (description?: string): Schema => described({ type: "boolean" }, description);
export const oneOf = (...values: readonly string[]): Schema => ({ enum: values });
export const list = (items: Schema, description?: string): Schema => described({ type: "array", items }, description);

/** @param optional - names of properties that may be absent */
export const object = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});

export const sessionMicros = (description: string): Schema => number(`${description}; microseconds, session clock`);
export const bandMicros = (description: string): Schema => number(`${description}; microseconds, clock of the band`);
export const member: Schema = whole("place of the person in config.members, from 0");
