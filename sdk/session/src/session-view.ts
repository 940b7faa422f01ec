import type { BandGroup } from "@entrain/band";
import type { SessionMicros } from "@entrain/protocol";
import type { Reading } from "@entrain/synchrony";
import type { BandWatch } from "./band-watch.ts";
import type { SessionView, StopView } from "./contract.ts";
import type { Pacer } from "./pacer.ts";

export interface ViewParts {
  readonly tMicros: SessionMicros;
  readonly title: string;
  readonly simulated: boolean;
  readonly pacer: Pacer;
  readonly bpm: number;
  readonly beatsPerBar: number;
  readonly group: BandGroup;
  readonly watches: readonly BandWatch[];
  readonly reading: Reading;
  readonly stop: StopView;
}

/** What a viewer sees, live and in a replay. */
export const viewOf = ({ pacer, bpm, beatsPerBar, group, watches, ...rest }: ViewParts): SessionView => {
  const beat = pacer.beatAt(rest.tMicros);
  const playing = pacer.isPlaying;
  return {
    ...rest,
    playing,
    pacer: { bpm, beatsPerBar, ...(beat !== undefined && { beat }) },
    bands: watches.map((watch, member) => watch.view(playing, group.isRestedByWearer(member))),
  };
};
