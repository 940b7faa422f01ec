import type { RecordingScore } from "@entrain/session";
import { textWidth } from "../text.ts";
import { cut } from "./layout.ts";
import { clustersOf, leadPositions, type LeadEdge } from "./lead-positions.ts";
import { DOT, INK, QUIET_INK, RULE } from "./palette.ts";
import { element, label, px } from "./xml.ts";

export const GRAPH_LEFT = 640;
export const GRAPH_RIGHT = 1076;
const MIDDLE = (GRAPH_LEFT + GRAPH_RIGHT) / 2;
const HALF = (GRAPH_RIGHT - GRAPH_LEFT) / 2 - 44;
/** People tell an order from some 20 ms on; nearer ones are drawn as together. */
const TOGETHER_S = 0.02;
const LEAST_SPAN_S = 0.05;
const MOST_ARROWS = 48;
const LETTERS = 12;
const RADIUS = 5.5;
const TICKS_MS = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

interface Edge extends LeadEdge {
  readonly score: number;
  readonly hasLead: boolean;
}

interface Node {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

const edgesOf = ({ members, dyads }: RecordingScore): readonly Edge[] => {
  const edges: Edge[] = [];
  let pair = 0;
  for (let i = 0; i < members.length; i++) {
    for (let j = i + 1; j < members.length; j++) {
      const dyad = dyads.pairs[pair++];
      if (dyad?.beyondChance !== true) continue;
      edges.push({ i, j, leadS: dyad.leadS ?? 0, score: dyad.score ?? 0, hasLead: dyad.leadS !== null });
    }
  }
  return edges;
};

/** Rows in which no name covers another. */
const rowsOf = (
  cluster: readonly number[],
  xOf: (k: number) => number,
  names: readonly string[],
): readonly number[] => {
  const ends: number[] = [];
  return [...cluster]
    .sort((a, b) => xOf(a) - xOf(b))
    .map((k) => {
      const half = Math.max(14, textWidth(cut(names[k] ?? "", LETTERS)) * 4 + 5);
      let row = ends.findIndex((end) => end < xOf(k) - half);
      if (row < 0) row = ends.length;
      ends[row] = xOf(k) + half;
      return row;
    });
};

const arrow = (from: Node, to: Node, { score, leadS, hasLead }: Edge, isMany: boolean): string => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length < 1) return "";
  const bend = Math.min(26, length * 0.18);
  const [cx, cy] = [(from.x + to.x) / 2 + (dy / length) * bend, (from.y + to.y) / 2 - (dx / length) * bend];
  const [ax, ay] = [to.x - cx, to.y - cy];
  const reach = Math.hypot(ax, ay) || 1;
  const [ux, uy] = [ax / reach, ay / reach];
  const [tx, ty] = [to.x - ux * (RADIUS + 3), to.y - uy * (RADIUS + 3)];
  const attributes = {
    fill: "none",
    stroke: DOT,
    "stroke-width": isMany ? 0.8 : 1 + 1.4 * Math.max(0, score),
    "stroke-opacity": isMany ? 0.22 : 0.3 + 0.5 * Math.max(0, score),
    ...(!hasLead && { "stroke-dasharray": "4 3" }),
  };
  const line = element("path", {
    d: `M${px(from.x)} ${px(from.y)}Q${px(cx)} ${px(cy)} ${px(tx)} ${px(ty)}`,
    ...attributes,
  });
  if (isMany || !hasLead || Math.abs(leadS) < TOGETHER_S) return line;
  const point = (along: number, across: number): string =>
    `${px(tx - ux * along - uy * across)} ${px(ty - uy * along + ux * across)}`;
  return line + element("path", { d: `M${point(-4, 0)}L${point(5, 4)}L${point(5, -4)}Z`, fill: DOT });
};

const axis = (spanS: number, y: number): string => {
  const tickMs = TICKS_MS.find((ms) => ms >= (spanS * 1000) / 2) ?? Math.round(spanS * 500);
  const xAt = (ms: number): number => MIDDLE + (ms / 1000 / spanS) * HALF;
  const ticks = [-tickMs, 0, tickMs].map(
    (ms) =>
      element("line", { x1: xAt(ms), x2: xAt(ms), y1: y, y2: y + 5, stroke: QUIET_INK }) +
      label(ms === 0 ? "0" : `${ms > 0 ? "+" : "−"}${String(Math.abs(ms))} ms`, {
        x: xAt(ms),
        y: y + 19,
        "text-anchor": "middle",
        class: "small",
      }),
  );
  return (
    element("line", { x1: GRAPH_LEFT, x2: GRAPH_RIGHT, y1: y, y2: y, stroke: RULE }) +
    label("← earlier", { x: GRAPH_LEFT, y: y + 38, class: "small" }) +
    label("later →", { x: GRAPH_RIGHT, y: y + 38, "text-anchor": "end", class: "small" }) +
    ticks.join("")
  );
};

/** The graph, and how high it became. */
export interface DrawnGraph {
  readonly svg: string;
  readonly height: number;
}

/** Who moves earlier and who later: everyone on one time line, an arrow from each who is ahead to who follows. */
export const leadGraph = (score: RecordingScore, top: number, least: number): DrawnGraph => {
  const edges = edgesOf(score);
  const names = score.members.map(({ name }) => name);
  if (edges.length === 0) {
    const words = ["No two members are beyond chance:", "nobody is said to lead or to follow."];
    const lines = words.map((line, k) =>
      label(line, { x: MIDDLE, y: top + 60 + 20 * k, "text-anchor": "middle", class: "small" }),
    );
    const box = element("rect", {
      x: GRAPH_LEFT,
      y: top,
      width: GRAPH_RIGHT - GRAPH_LEFT,
      height: 150,
      rx: 6,
      fill: "none",
      stroke: RULE,
      "stroke-dasharray": "3 4",
    });
    return { svg: box + lines.join(""), height: 150 };
  }
  const clusters = clustersOf(names.length, edges);
  const places = clusters.map((cluster) => leadPositions(cluster, edges));
  const spanS = Math.max(LEAST_SPAN_S, ...places.flatMap((place) => [...place.values()].map(Math.abs))) * 1.05;
  const rowSets = clusters.map((cluster, c) =>
    rowsOf(cluster, (k) => MIDDLE - ((places[c]?.get(k) ?? 0) / spanS) * HALF, names),
  );
  const rowCount = rowSets.reduce((sum, rows) => sum + Math.max(...rows) + 1, 0) + (clusters.length - 1) * 0.4;
  const step = Math.max(30, Math.min(62, (least - 60) / Math.max(1, rowCount)));
  const nodes = new Map<number, Node>();
  let y = top + 30;
  clusters.forEach((cluster, c) => {
    const place = places[c];
    const xOf = (k: number): number => MIDDLE - ((place?.get(k) ?? 0) / spanS) * HALF;
    const rows = rowSets[c] ?? [];
    [...cluster]
      .sort((a, b) => xOf(a) - xOf(b))
      .forEach((k, at) => nodes.set(k, { k, x: xOf(k), y: y + (rows[at] ?? 0) * step }));
    y += (Math.max(...rows) + 1.4) * step;
  });
  const axisY = y - 0.4 * step + 2;
  const isMany = edges.length > MOST_ARROWS;
  const lines = edges.map((edge) => {
    const [i, j] = [nodes.get(edge.i), nodes.get(edge.j)];
    if (i === undefined || j === undefined) return "";
    return edge.leadS >= 0 ? arrow(i, j, edge, isMany) : arrow(j, i, edge, isMany);
  });
  const dots = [...nodes.values()].map(
    ({ k, x, y: at }) =>
      element("circle", { cx: x, cy: at, r: RADIUS, fill: DOT, stroke: "#ffffff", "stroke-width": 1.5 }) +
      label(
        cut(names[k] ?? "", LETTERS),
        { x, y: at - 10, "text-anchor": "middle", class: "small halo", fill: INK },
        names[k],
      ),
  );
  const left = names.length - nodes.size;
  const note =
    left === 0
      ? ""
      : label(`${String(left)} with nobody beyond chance`, {
          x: MIDDLE,
          y: axisY + 38,
          "text-anchor": "middle",
          class: "small",
        });
  const zero = element("line", {
    x1: MIDDLE,
    x2: MIDDLE,
    y1: top + 6,
    y2: axisY,
    stroke: RULE,
    "stroke-dasharray": "2 4",
  });
  return { svg: zero + lines.join("") + dots.join("") + axis(spanS, axisY) + note, height: axisY + 46 - top };
};
