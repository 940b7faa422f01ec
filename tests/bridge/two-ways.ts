import type { BandGroup } from "@entrain/band";
import type { SessionMicros } from "@entrain/protocol";
import { Pipeline } from "@entrain/session";
import { createRandom, createWrist, LSM6DS3TRC, randomMounting, type SimulatedBand } from "@entrain/simulator";
import { mulberry32, type WindowScore } from "@entrain/synchrony";

/** What a direct link has: the arms of the same bodies, 100 times a second, all axes, and each pulse as it was played. */
const DIRECT_MICROS = 10_000;
const SEED = 7;

export interface TwoScores {
  readonly bridged: WindowScore;
  readonly direct: WindowScore;
}

/** Scores the same bodies two ways at a time: from what a bridge heard, and from all that a wrist feels. */
export class TwoWays {
  private readonly bridged: Pipeline;
  private readonly direct: Pipeline;
  private readonly wrists: readonly ReturnType<typeof createWrist>[];
  private readonly bands: readonly SimulatedBand[];
  /** By member, how many of its pulses were told. */
  private readonly told: number[];
  private tMicros: number;
  private readonly accelG = new Float64Array(3);
  private readonly gyroDps = new Float64Array(3);

  constructor(bands: readonly SimulatedBand[], group: BandGroup, tStartMicros: SessionMicros) {
    const own = (): ConstructorParameters<typeof Pipeline>[0] => ({
      members: group.bands,
      tStartMicros,
      random: mulberry32(SEED),
      dyads: false,
    });
    this.bridged = new Pipeline(own());
    this.direct = new Pipeline(own());
    this.tMicros = tStartMicros;
    this.bands = bands;
    this.told = bands.map(({ drivenSpans }) => drivenSpans.length);
    const random = createRandom(SEED);
    this.wrists = bands.map(({ body, name }) =>
      createWrist({
        body,
        mounting: randomMounting(random.fork(`${name} mounting`)),
        sensor: LSM6DS3TRC,
        random: random.fork(name),
      }),
    );
    group.on((event) => this.bridged.take(event));
  }

  /** Takes what the wrists felt up to now; to be called a few times a second. */
  follow(tMicros: number): void {
    this.bands.forEach(({ drivenSpans }, member) => {
      for (const { onMicros, offMicros } of drivenSpans.slice(this.told[member]))
        if (offMicros !== undefined) this.direct.scorer.pushOwnPulse(member, onMicros, offMicros - onMicros);
      this.told[member] = drivenSpans.filter(({ offMicros }) => offMicros !== undefined).length;
    });
    for (; this.tMicros <= tMicros; this.tMicros += DIRECT_MICROS)
      this.wrists.forEach((wrist, member) => {
        wrist.sample(this.tMicros, this.accelG, this.gyroDps);
        this.direct.scorer.pushSamples(member, Float64Array.of(this.tMicros), this.accelG.slice(), 1);
      });
  }

  /** Scores [from, to) both ways. */
  score(fromMicros: number, toMicros: number): TwoScores {
    this.bridged.readAt(toMicros);
    this.direct.readAt(toMicros);
    return {
      bridged: this.bridged.scorer.scoreWindow(fromMicros, toMicros),
      direct: this.direct.scorer.scoreWindow(fromMicros, toMicros),
    };
  }

  /** What the reading says of how each member's movement came. */
  signals(tMicros: number): readonly (string | undefined)[] {
    return this.bridged.readAt(tMicros).members.map(({ signal }) => signal);
  }
}
