/** mm. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A piece of copper: the edges that bound it, each as thick as twice the radius, and whether it is filled. A pad is four
 * edges, a trace one, a round pad an edge without length, a plane the edges of its rings.
 */
export interface Shape {
  readonly edges: readonly (readonly [Point, Point])[];
  readonly radius: number;
  readonly isFilled: boolean;
}

const ring = (points: readonly Point[]): (readonly [Point, Point])[] =>
  points.map((point, i) => [point, points[(i + 1) % points.length] ?? point] as const);

export const rectangle = ({ x, y }: Point, width: number, height: number): Shape => ({
  edges: ring([
    { x: x - width / 2, y: y - height / 2 },
    { x: x + width / 2, y: y - height / 2 },
    { x: x + width / 2, y: y + height / 2 },
    { x: x - width / 2, y: y + height / 2 },
  ]),
  radius: 0,
  isFilled: true,
});

export const disc = (centre: Point, radius: number): Shape => ({ edges: [[centre, centre]], radius, isFilled: false });

export const stroke = (from: Point, to: Point, width: number): Shape => ({
  edges: [[from, to]],
  radius: width / 2,
  isFilled: false,
});

export const area = (rings: readonly (readonly Point[])[]): Shape => ({
  edges: rings.flatMap(ring),
  radius: 0,
  isFilled: true,
});

const toSegment = (p: Point, [a, b]: readonly [Point, Point]): number => {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
};

const side = (a: Point, b: Point, p: Point): number => Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));

const between = (s: readonly [Point, Point], t: readonly [Point, Point]): number =>
  side(...s, t[0]) * side(...s, t[1]) < 0 && side(...t, s[0]) * side(...t, s[1]) < 0
    ? 0
    : Math.min(toSegment(s[0], t), toSegment(s[1], t), toSegment(t[0], s), toSegment(t[1], s));

/** Even-odd: a hole in a plane is outside it. */
export const contains = (shape: Shape, p: Point): boolean =>
  shape.isFilled &&
  shape.edges.filter(([a, b]) => a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x)
    .length %
    2 ===
    1;

const first = (shape: Shape): Point => shape.edges[0]?.[0] ?? { x: Number.NaN, y: Number.NaN };

/** From edge to edge, mm; 0 or less where they touch. */
export const gap = (a: Shape, b: Shape): number => {
  if (contains(a, first(b)) || contains(b, first(a))) return 0;
  let least = Infinity;
  for (const s of a.edges) for (const t of b.edges) least = Math.min(least, between(s, t));
  return least - a.radius - b.radius;
};
