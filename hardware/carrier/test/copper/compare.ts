import type { Island } from "./islands.ts";

/**
 * What the copper connects against what it should: one line each for a pin that is not there, a net in several pieces,
 * two nets in one piece, and a pin that should have no net.
 */
export const faults = (
  islands: readonly Island[],
  nets: Readonly<Record<string, readonly string[]>>,
  unused: readonly string[],
): string[] => {
  const islandOf = (pin: string): number =>
    islands.findIndex(({ pieces }) => pieces.some(({ pins }) => pins.includes(pin)));
  const found: string[] = [];
  const netOn = new Map<number, string>();
  for (const [net, pins] of Object.entries(nets)) {
    const on = new Set(pins.map(islandOf));
    if (on.has(-1)) found.push(`${net}: ${pins.filter((pin) => islandOf(pin) === -1).join(", ")} is on no copper`);
    on.delete(-1);
    if (on.size > 1) found.push(`${net}: in ${String(on.size)} pieces`);
    for (const island of on) {
      const other = netOn.get(island);
      if (other !== undefined) found.push(`${net}: touches ${other}`);
      netOn.set(island, net);
    }
  }
  for (const pin of unused) {
    const island = islandOf(pin);
    if (island === -1) found.push(`${pin} is on no copper`);
    const net = netOn.get(island);
    if (net !== undefined) found.push(`${pin}: touches ${net}`);
  }
  return found;
};
