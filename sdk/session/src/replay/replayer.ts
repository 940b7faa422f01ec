import { BandGroup } from "@entrain/band";
import { sessionMicros } from "@entrain/protocol";
import type { ConfigEntry, Entry, ExerciseState, LeadState, PlanEntry, ScoringSettings } from "@entrain/recording";
import { mulberry32, type Reading } from "@entrain/synchrony";
import { followState, isUnderWay } from "../exercise/follow-state.ts";
import { Pacer } from "../pacer.ts";
import { Pipeline } from "../pipeline.ts";
import { ReplayBand } from "./replay-band.ts";
import { ReplayClock } from "./replay-clock.ts";

/**
 * Computes a session anew from its file: the recorded lines, plans and publications, in the order of the file, through
 * the code of the live session. Same engine, same numbers.
 */
export class Replayer {
  readonly clock: ReplayClock;
  readonly bands: readonly ReplayBand[];
  readonly group: BandGroup;
  readonly pacer = new Pacer();
  readonly pipeline: Pipeline;
  bpm = 0;
  beatsPerBar = 1;
  exercise: ExerciseState | undefined;
  lead: LeadState | undefined;

  private constructor(config: ConfigEntry, scoring: Omit<ScoringSettings, "tStartMicros">) {
    const { tStartMicros } = config.scoring;
    this.clock = new ReplayClock(config.tMicros);
    const members = config.members.map(({ pseudonym, placement }) => ({ name: pseudonym, placement }));
    this.bands = members.map((member) => new ReplayBand({ ...member, clock: this.clock }));
    this.group = new BandGroup(this.bands);
    this.pipeline = new Pipeline({
      members,
      tStartMicros,
      windowS: scoring.windowS,
      random: mulberry32(scoring.seed),
    });
    this.pipeline.setPacer((tMicros) => this.pacer.scoredBeatAt(tMicros));
    this.pipeline.readAt(tStartMicros);
    this.group.on((event) => {
      this.pipeline.take(event);
    });
  }

  /** @param scoring - default: as the session was scored while it ran */
  static async create(
    config: ConfigEntry,
    scoring: Omit<ScoringSettings, "tStartMicros"> = config.scoring,
  ): Promise<Replayer> {
    const replayer = new Replayer(config, scoring);
    await Promise.all(replayer.bands.map((band) => band.connect()));
    return replayer;
  }

  /** Takes the next entry. @returns the reading, where the entry is a publication of one */
  take(entry: Entry): Reading | undefined {
    this.clock.set(entry.tMicros);
    switch (entry.kind) {
      case "frame":
        this.bands[entry.member]?.takeLine(entry.line);
        return undefined;
      case "band":
        this.bands[entry.member]?.enter(entry.state);
        return undefined;
      case "plan":
        this.follow(entry);
        return undefined;
      case "stop":
        this.pacer.stop(entry.tMicros);
        return undefined;
      case "step":
        followState(this.pacer, this.exercise, entry.exercise, entry.tMicros);
        if (this.exercise?.step !== entry.exercise.step || !isUnderWay(entry.exercise)) this.lead = undefined;
        this.exercise = entry.exercise;
        return undefined;
      case "lead":
        this.lead = entry.lead;
        return undefined;
      case "presence":
        this.pipeline.scorer.setPresent(entry.member, entry.present);
        return undefined;
      case "tick":
        return this.pipeline.readAt(entry.readAtMicros);
      default:
        // What was computed from the lines, and what people said, changes no number.
        return undefined;
    }
  }

  private follow({ plan, fromMicros, beatsBefore, bpm, scored, tMicros }: PlanEntry): void {
    this.bpm = bpm;
    this.beatsPerBar = plan.beatsPerBar;
    const segments = Float64Array.from(plan.segments);
    const beatZeroMicros = sessionMicros(plan.beatZeroMicros);
    const span = { plan: { ...plan, beatZeroMicros, segments }, fromMicros, beatsBefore };
    this.pacer.follow(scored === false ? { ...span, scored } : span, tMicros);
  }
}
