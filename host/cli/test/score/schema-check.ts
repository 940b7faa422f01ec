interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const typeOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

const fits = (value: unknown, type: string): boolean =>
  type === "integer" ? Number.isInteger(value) : typeOf(value) === type;

/** What of a value a schema does not allow: as much of JSON Schema as score.schema.json uses. */
export const schemaFaults = (value: unknown, schema: Schema, root: Schema = schema, at = "$"): string[] => {
  const target = schema.$ref === undefined ? undefined : root.$defs?.[schema.$ref.replace("#/$defs/", "")];
  if (schema.$ref !== undefined && target === undefined) return [`${at}: no ${schema.$ref}`];
  const faults = target === undefined ? [] : schemaFaults(value, target, root, at);
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => fits(value, type)))
    faults.push(`${at}: ${typeOf(value)}, not ${types.join(" or ")}`);
  if (schema.enum !== undefined && !schema.enum.includes(value)) faults.push(`${at}: ${String(value)} not among them`);
  if (typeof value === "number" && (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity)))
    faults.push(`${at}: ${String(value)} out of range`);
  if (typeof value === "string" && value.length < (schema.minLength ?? 0)) faults.push(`${at}: too short`);
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0)) faults.push(`${at}: too few`);
    value.forEach((item, i) => faults.push(...schemaFaults(item, schema.items ?? {}, root, `${at}[${String(i)}]`)));
  } else if (typeof value === "object" && value !== null) {
    for (const key of schema.required ?? []) if (!(key in value)) faults.push(`${at}: no ${key}`);
    for (const [key, item] of Object.entries(value)) {
      const known = schema.properties?.[key];
      if (known !== undefined) faults.push(...schemaFaults(item, known, root, `${at}.${key}`));
      else if (schema.additionalProperties === false) faults.push(`${at}: ${key} is unknown`);
    }
  }
  return faults;
};
