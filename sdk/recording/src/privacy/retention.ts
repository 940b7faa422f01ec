/** How long the sessions of a folder are kept, and what of them. */
export interface RetentionPolicy {
  readonly format: "entrain-retention";
  readonly keepHours: number;
  readonly names: boolean;
  readonly rawMotion: boolean;
}

export const RETENTION_FILE = "retention.json";

/** Of a class: no names, no raw motion, and tomorrow nothing. */
export const CLASSROOM: RetentionPolicy = {
  format: "entrain-retention",
  keepHours: 24,
  names: false,
  rawMotion: false,
};

const HOUR_MILLIS = 3_600_000;

/** Whether a file that was last written at a time is past its keeping. */
export const isPast = ({ keepHours }: RetentionPolicy, writtenMillis: number, nowMillis: number): boolean =>
  nowMillis - writtenMillis >= keepHours * HOUR_MILLIS;

/** Reads a policy as JSON; undefined where it is none. */
export const parseRetention = (text: string): RetentionPolicy | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return undefined;
    const { format, keepHours, names, rawMotion } = value as Partial<Record<keyof RetentionPolicy, unknown>>;
    if (format !== CLASSROOM.format || typeof keepHours !== "number" || !(keepHours >= 0)) return undefined;
    if (typeof names !== "boolean" || typeof rawMotion !== "boolean") return undefined;
    return { format: CLASSROOM.format, keepHours, names, rawMotion };
  } catch {
    return undefined;
  }
};
