/** Words for acceleration; they are no member's name. */
const ACCELERATION = /(^| )(acc|accel|acceleration|accelerometer)$/;
const SHORT_ACCELERATION = /(^| )(a|la)$/;
const QUALIFIER = /(^| )(linear|user|total)$/;
/** Other sensors of the same device: three axes too, but not of acceleration. */
const OTHER_SENSOR =
  /(^| )(gyr|gyro|gyroscope|omega|rot|rotation|rate|mag|magnetic|magnetometer|field|gravity|euler|orientation|quat|quaternion)$/;
const SHORT_OTHER_SENSOR = /(^| )[gwmq]$/;
const UNIT = /[([].*?[)\]]/g;

/** 'Accel_X (m/s²)' → 'accel x', '# aX' → 'a x': lower case, without units and punctuation. */
export const plainCell = (cell: string): string =>
  cell
    .replace(UNIT, " ")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A column that holds one axis of somebody's acceleration. */
export interface AxisCell {
  /** The same for the three axes that belong together. */
  readonly key: string;
  /** 0, 1, 2 for x, y, z. */
  readonly axis: number;
  /** As written; undefined where the cell names no member. */
  readonly name: string | undefined;
}

const withoutLastWord = (name: string): string => name.replace(/[\s._-]*\p{L}+$/u, "").trim();

/** What a header cell says of itself: 'ax', 'Accel_X', 'RWristIn X', 'left_accel_x'; undefined for any other. */
export const axisCell = (cell: string): AxisCell | undefined => {
  const written = cell.replace(UNIT, " ").trim();
  const plain = plainCell(cell);
  const axis = "xyz".indexOf(plain.at(-1) ?? "?");
  if (axis < 0) return undefined;
  let key = plain.slice(0, -1).trim();
  let name = written.slice(0, -1).replace(/[\s._-]+$/, "");
  // 'ax' and 'a_x' are an acceleration; in 'a X' somebody is called a.
  const short = !/\s.$/.test(written);
  if (OTHER_SENSOR.test(key) || (short && SHORT_OTHER_SENSOR.test(key))) return undefined;
  let words = short ? [ACCELERATION, SHORT_ACCELERATION] : [ACCELERATION];
  while (words.some((word) => word.test(key))) {
    key = key.replace(/ ?[^ ]+$/, "");
    name = withoutLastWord(name);
    words = [ACCELERATION, QUALIFIER];
  }
  if (key === "") return { key, axis, name: undefined };
  // 'index' ends in x and is no axis.
  return /[\s._-].$/.test(written) ? { key, axis, name } : undefined;
};
