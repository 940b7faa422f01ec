import type { BandGroup } from "@entrain/band";
import type { SessionMicros } from "@entrain/protocol";
import type { ExerciseState, LeadState } from "@entrain/recording";
import type { Reading } from "@entrain/synchrony";
import type { BandWatch } from "./band-watch.ts";
import type { SessionView, StopView } from "./contract.ts";
import { isUnderWay } from "./exercise/follow-state.ts";
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
  readonly exercise?: ExerciseState | undefined;
  readonly lead?: LeadState | undefined;
  /** By member; absent where nobody is asked. */
  readonly hasSaidYes?: (member: number) => boolean;
}

/** What a viewer sees, live and in a replay. */
export const viewOf = ({
  pacer,
  bpm,
  beatsPerBar,
  group,
  watches,
  exercise,
  lead,
  hasSaidYes = () => true,
  ...rest
}: ViewParts): SessionView => {
  const beat = pacer.beatAt(rest.tMicros);
  const playing = pacer.isPlaying || isUnderWay(exercise);
  const isPulsed = (member: number): boolean => {
    const role = isUnderWay(exercise) ? exercise?.roles[member] : undefined;
    return playing && role !== "listen" && role !== "rest";
  };
  return {
    ...rest,
    playing,
    ...(exercise !== undefined && { exercise }),
    ...(lead !== undefined && { lead }),
    pacer: { bpm, beatsPerBar, ...(beat !== undefined && { beat }) },
    bands: watches.map((watch, member) =>
      watch.view(isPulsed(member), group.isRestedByWearer(member), hasSaidYes(member)),
    ),
  };
};
