import type { LastSession, WayView } from "../contract.ts";
import type { BandPool } from "./band-pool.ts";
import type { OpenCircle } from "./open-circle.ts";
import type { Wanted } from "./open.ts";

export interface WayParts {
  readonly revision: number;
  readonly real: boolean;
  readonly isResumed: boolean;
  readonly last: LastSession | undefined;
  readonly pool: BandPool;
  readonly here: { readonly wanted: Wanted; readonly circle: OpenCircle } | undefined;
}

/** What a viewer sees of the way through. */
export const wayViewOf = ({ revision, real, isResumed, last, pool, here }: WayParts): WayView => ({
  revision,
  real,
  scores: here?.circle.opts.scores ?? true,
  places: here?.circle.places ?? [],
  found: pool.bands.map((band) => {
    const member = here?.circle.memberWith(band.id);
    return member === undefined ? band : { ...band, member };
  }),
  ...(pool.personas !== undefined && { personas: pool.personas }),
  ...(here !== undefined && { circle: here.wanted.circle }),
  ...(here?.wanted.id !== undefined && { groupId: here.wanted.id }),
  ...(isResumed && { resumed: true }),
  ...(last !== undefined && { last }),
});
