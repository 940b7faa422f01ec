import { cross, dot, minus, type Vector } from "../mesh.ts";

/** From which side one looks, without perspective. */
export interface View {
  /** Degrees: 0 is from the elbow, 90 from the right. */
  readonly azimuth: number;
  /** Degrees above the band; below 0 one sees its skin side. */
  readonly elevation: number;
}

/** The directions to the right of the picture, up in it, and towards the one who looks. */
export interface Axes {
  readonly right: Vector;
  readonly up: Vector;
  readonly towards: Vector;
}

export const axesOf = ({ azimuth, elevation }: View): Axes => {
  const a = (azimuth * Math.PI) / 180;
  const e = (elevation * Math.PI) / 180;
  const towards: Vector = [Math.sin(a) * Math.cos(e), -Math.cos(a) * Math.cos(e), Math.sin(e)];
  const right: Vector = [Math.cos(a), Math.sin(a), 0];
  return { right, up: cross(towards, right), towards };
};

/** x and y in the picture, mm, and z towards the one who looks. */
export const project = ({ right, up, towards }: Axes, p: Vector): Vector => [
  dot(p, right),
  dot(p, up),
  dot(p, towards),
];

export const normalOf = (a: Vector, b: Vector, c: Vector): Vector => {
  const normal = cross(minus(b, a), minus(c, a));
  const length = Math.sqrt(dot(normal, normal)) || 1;
  return [normal[0] / length, normal[1] / length, normal[2] / length];
};
