import uPlot from "uplot";
import type { Arrival } from "../host/use-host.ts";
import { markOf } from "../ring/marks.ts";
import { readColours } from "../ring/ring-colours.ts";
import { SHOWN_S, TraceStore } from "./trace-store.ts";

const LANE_PX = 26;
const LEAST_PX = 160;
const AXIS_PX = 28;
const STILL_EVERY_MS = 500;
/** A lane is filled by this much, or by the largest movement that is seen. */
const LEAST_FULL_MILLI_G = 60;
/** Behind the newest view, so that the right edge does not jump as views arrive. */
const BEHIND_S = 0.08;

const optsFor = (names: readonly string[], element: HTMLElement): uPlot.Options => {
  const colours = readColours(element);
  const lanes = names.map((_, member) => -member);
  const font = `13px ${getComputedStyle(element).fontFamily}`;
  return {
    width: element.clientWidth,
    height: Math.max(LEAST_PX, names.length * LANE_PX) + AXIS_PX,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, auto: false },
      y: { auto: false, range: [0.6 - names.length, 0.6] },
    },
    axes: [
      { show: false },
      {
        scale: "y",
        size: 110,
        stroke: colours.ink,
        font,
        gap: 8,
        grid: { stroke: colours.line, width: 1 },
        ticks: { show: false },
        splits: () => lanes,
        values: () => [...names],
      },
    ],
    series: [
      {},
      ...names.map((_, member) => ({
        stroke: colours.marks[markOf(member).colour] ?? colours.ink,
        width: 1.5,
        points: { show: false },
      })),
    ],
  };
};

/** Draws everybody's movement at display rate until told to end; twice a second where less motion is wanted. */
export const runTraces = (
  element: HTMLElement,
  names: readonly string[],
  newest: { readonly current: Arrival | undefined },
): (() => void) => {
  const store = new TraceStore();
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let plot = new uPlot(optsFor(names, element), store.lanes(1), element);
  let seen: Arrival | undefined;
  let drawnMs = 0;
  let request = 0;

  const redress = (): void => {
    plot.destroy();
    plot = new uPlot(optsFor(names, element), store.lanes(LEAST_FULL_MILLI_G), element);
  };
  const takeNewest = (): boolean => {
    const arrival = newest.current;
    if (arrival === undefined || arrival === seen) return false;
    seen = arrival;
    const { reading, movementMilliG } = arrival.view;
    if (movementMilliG !== undefined) store.push(reading.tMicros / 1e6, movementMilliG);
    return movementMilliG !== undefined;
  };
  const draw = (nowMs: number): void => {
    request = requestAnimationFrame(draw);
    const hasNew = takeNewest();
    if (seen === undefined || (still.matches && nowMs - drawnMs < STILL_EVERY_MS)) return;
    drawnMs = nowMs;
    const max = store.newestS + Math.min(BEHIND_S, (nowMs - seen.atMs) / 1000) - BEHIND_S;
    plot.batch(() => {
      if (hasNew) plot.setData(store.lanes(Math.max(LEAST_FULL_MILLI_G, store.peakMilliG())), false);
      plot.setScale("x", { min: max - SHOWN_S, max });
    });
  };
  const resized = new ResizeObserver(() => {
    plot.setSize({ width: element.clientWidth, height: plot.height });
  });
  resized.observe(element);
  dark.addEventListener("change", redress);
  request = requestAnimationFrame(draw);
  return () => {
    cancelAnimationFrame(request);
    dark.removeEventListener("change", redress);
    resized.disconnect();
    plot.destroy();
  };
};
