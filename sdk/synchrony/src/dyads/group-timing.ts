import { FRAME_HZ, FRAME_MICROS } from "../grid.ts";
import { liveWindow } from "../internal/live-window.ts";
import type { MemberTrack } from "../internal/member-track.ts";
import { present } from "../internal/present.ts";
import type { Span } from "../internal/span.ts";
import { stateReason } from "../member-state.ts";
import { pacerTiming } from "../onsets/pacer-timing.ts";
import { ESTIMATOR_VERSION } from "../version.ts";
import type { MemberTiming, TimingReading, WithOthers } from "./api.ts";
import { FALSE_DISCOVERY_RATE } from "./fdr.ts";
import type { GroupDyadsOpts } from "./group-dyads.ts";
import { WithOthersTest } from "./with-others.ts";

const SURROGATES = 59;
const POINTS = 24;
const RECORDING_SURROGATES = 299;
const RECORDING_POINTS = 128;
/** A round through all members takes a second for each, but no less than 15 s and no more than a minute. */
const ROUND_S = 15;
const LONGEST_ROUND_S = 60;
const SECONDS_A_MEMBER = 1;
const SHORTEST_FRAMES = 8 * FRAME_HZ;

/** Timing of each member: with the others, and of their onsets with the pacer. */
export class GroupTiming {
  readonly #members: readonly MemberTrack[];
  readonly #opts: GroupDyadsOpts;
  #findings: readonly (WithOthers | undefined)[] = [];
  #test: WithOthersTest | undefined;
  #owed = 0;

  constructor(members: readonly MemberTrack[], opts: GroupDyadsOpts) {
    this.#members = members;
    this.#opts = opts;
  }

  step(frame: number, historyFrom: number): void {
    const members = this.#members.length;
    if (members < 3) return;
    this.#test ??= this.#begin(frame, historyFrom);
    if (this.#test === undefined) return;
    const roundS = Math.min(LONGEST_ROUND_S, Math.max(ROUND_S, SECONDS_A_MEMBER * members));
    this.#owed += this.#test.steps / (roundS * FRAME_HZ);
    for (; this.#owed >= 1; this.#owed--) this.#test.step();
    if (!this.#test.done) return;
    this.#findings = this.#test.findings;
    this.#test = undefined;
  }

  live(frame: number): TimingReading {
    const from = Math.max(0, frame + 1 - this.#opts.windowFrames);
    return this.#read({ from, to: frame + 1 }, this.#findings, frame);
  }

  over(window: Span): TimingReading {
    const findings = this.#others(window, RECORDING_SURROGATES, RECORDING_POINTS).run().findings;
    return this.#read(window, findings, undefined);
  }

  #begin(frame: number, historyFrom: number): WithOthersTest | undefined {
    const window = liveWindow(this.#members, frame, this.#opts.windowFrames, historyFrom);
    if (window === undefined || window.to - window.from < SHORTEST_FRAMES) return undefined;
    return this.#others(window, SURROGATES, POINTS);
  }

  #others(window: Span, surrogates: number, maxPoints: number): WithOthersTest {
    const { strangerSpread, random } = this.#opts;
    const tracks = this.#members.map(({ settled }) => settled);
    const source = random(window.from - 1, window.to);
    return new WithOthersTest(tracks, { window, surrogates, maxPoints, strangerSpread, random: source });
  }

  /** @param nowFrame live: only those who are ok now are compared */
  #read(window: Span, findings: readonly (WithOthers | undefined)[], nowFrame: number | undefined): TimingReading {
    const { originMicros, names } = this.#opts;
    const startMicros = originMicros + window.from * FRAME_MICROS;
    const endMicros = originMicros + window.to * FRAME_MICROS;
    return {
      estimator: ESTIMATOR_VERSION,
      tMicros: endMicros,
      windowS: (window.to - window.from) / FRAME_HZ,
      falseDiscoveryRate: FALSE_DISCOVERY_RATE,
      members: this.#members.map((m, k) => {
        const { state } = m.machine;
        const why = nowFrame === undefined ? undefined : stateReason(state, m.present);
        return present<MemberTiming>({
          name: names[k] ?? "",
          state,
          reasonCode: why?.code,
          reason: why?.text,
          withOthers: why === undefined ? findings[k] : undefined,
          pacer: m.present ? pacerTiming(m.onsets, startMicros, endMicros) : undefined,
          onsets: m.onsets.within(startMicros, endMicros),
        });
      }),
    };
  }
}
