import type { MemberTrack } from "../internal/member-track.ts";
import type { PacerTrack } from "../internal/pacer-track.ts";
import type { Span } from "../internal/span.ts";
import type { Evidence } from "../internal/window-test.ts";
import type { DyadMatrix } from "./api.ts";
import { readDyads, type DyadFacts } from "./dyad-reading.ts";
import { DyadTable } from "./dyad-table.ts";
import { DyadTest } from "./dyad-test.ts";
import { LiveDyads } from "./live-dyads.ts";
import { LiveLags } from "./live-lags.ts";
import { pairIndex } from "./pair-index.ts";
import { windowLags } from "./window-lags.ts";

const RECORDING_SURROGATES = 299;
const RECORDING_MOST_SURROGATES = 4999;
const RECORDING_POINTS = 128;

export interface GroupDyadsOpts {
  readonly names: readonly string[];
  readonly originMicros: number;
  readonly windowFrames: number;
  readonly strangerSpread: number;
  readonly random: (from: number, to: number) => () => number;
}

/** All dyads of a group: kept up live, and over any window of what is kept. */
export class GroupDyads {
  readonly #members: readonly MemberTrack[];
  readonly #pacer: PacerTrack;
  readonly #opts: GroupDyadsOpts;
  readonly #live: LiveDyads;
  readonly #lags: LiveLags;

  constructor(members: readonly MemberTrack[], pacer: PacerTrack, opts: GroupDyadsOpts) {
    this.#members = members;
    this.#pacer = pacer;
    this.#opts = opts;
    this.#live = new LiveDyads(members, pacer.phase, opts);
    this.#lags = new LiveLags(members, opts.windowFrames);
  }

  step(frame: number, historyFrom: number): void {
    this.#live.step(frame, historyFrom);
    this.#lags.step(frame);
  }

  /** @param shared the group's own evidence, which two people share */
  live(frame: number, shared: Evidence | undefined): DyadMatrix {
    return this.#read({
      table: this.#live.table ?? new DyadTable(this.#members.length),
      nowFrame: frame,
      isLive: true,
      shared,
      lags: (i, j, out) => this.#lags.read(pairIndex(i, j, this.#members.length), out),
    });
  }

  over(
    window: Span,
    history: Span,
    nowFrame: number,
    shifts: number | undefined,
    shared: Evidence | undefined,
  ): DyadMatrix {
    const { strangerSpread, random } = this.#opts;
    const surrogates = shifts ?? RECORDING_SURROGATES;
    const table = new DyadTest(
      this.#members,
      this.#pacer.phase,
      {
        window,
        history,
        surrogates,
        mostSurrogates: Math.max(surrogates, RECORDING_MOST_SURROGATES),
        residualSurrogates: surrogates,
        wholeMovement: true,
        maxPoints: RECORDING_POINTS,
        strangerSpread,
        random: random(window.from, window.to),
      },
      new DyadTable(this.#members.length),
    ).run();
    const lags: DyadFacts["lags"] = (i, j, out) => {
      const [a, b] = [this.#members[i], this.#members[j]];
      const tempoHz = table.tempoHz[pairIndex(i, j, this.#members.length)] ?? NaN;
      return a === undefined || b === undefined ? 0 : windowLags(a, b, window, tempoHz, out);
    };
    return this.#read({ table, nowFrame, isLive: false, shared, lags });
  }

  #read(facts: Pick<DyadFacts, "table" | "nowFrame" | "isLive" | "shared" | "lags">): DyadMatrix {
    const { names, originMicros } = this.#opts;
    const shared = this.#members.length === 2 ? facts.shared : undefined;
    return readDyads({ ...facts, shared, names, originMicros, members: this.#members });
  }
}
