import { VirtualPartner } from "@entrain/pacing";
import { beatAtMicros, microsOfBeat } from "@entrain/protocol";
import { createFollower, createRandom } from "@entrain/simulator";

const START_MICROS = 123_456_789;
const STEP_MICROS = 40_000;
/** From a movement to its reading, and from a decision to the bar that it holds for. */
const READING_MICROS = 330_000;
const LEAD_MICROS = 1_500_000;
const TAKEN_MICROS = 300_000;
const SETTLED_S = 60;

export interface DuetOpts {
  readonly share: number;
  readonly alpha: number;
  readonly beta: number;
  readonly seed: number;
  readonly beatsPerBar?: number;
  readonly seconds?: number;
  readonly ownBpm?: number;
  readonly partnerBpm?: number;
}

/** What came of it, once the first minute was over. */
export interface Duet {
  /** Resultant length of the person's phases at the beats, and the SD of their asynchronies, beats. */
  readonly resultant: number;
  readonly sdBeats: number;
  readonly slowestBpm: number;
  readonly fastestBpm: number;
  readonly lastBpm: number;
}

interface Span {
  readonly tMicros: number;
  readonly beat: number;
  readonly map: Float64Array;
}

const steady = (bpm: number): Float64Array => Float64Array.of(0, 60e6 / bpm, 0);

/** One person and a virtual partner, whose plans are made, sent ahead and swapped at bar lines as in a session. */
export const playDuet = (opts: DuetOpts): Duet => {
  const { share, alpha, beta, seed, beatsPerBar = 4, seconds = 180, ownBpm = 100, partnerBpm = 92 } = opts;
  const person = createFollower({
    random: createRandom(seed),
    tStartMicros: START_MICROS,
    ownTempoHz: ownBpm / 60,
    alpha,
    beta,
    alphaOthers: 0,
    meanAsynchronyRatio: -0.06,
    timekeeperSdRatio: 0.03,
    motorSdMicros: 8_000,
    wanderSdRatio: 0.01,
    limits: { reach: 0.3, takeOver: 0, pull: 0.005 },
    lapsesPerMinute: 0,
    lapseSeconds: 1,
  });
  const partner = new VirtualPartner({ correctionShare: share, bpm: partnerBpm, beatsPerBar });
  const spans: Span[] = [{ tMicros: START_MICROS, beat: 0, map: steady(partnerBpm) }];
  const beatAt = (tMicros: number): number => {
    const span = spans.findLast((each) => each.tMicros <= tMicros);
    return span === undefined ? 0 : span.beat + beatAtMicros(span.map, tMicros - span.tMicros);
  };
  const [asynchronies, bpms]: [number[], number[]] = [[], []];
  let lastBeat = 0;
  for (let t = START_MICROS + STEP_MICROS; t < START_MICROS + seconds * 1e6; t += STEP_MICROS) {
    const beat = beatAt(t);
    if (Math.floor(beat) > lastBeat) {
      lastBeat = Math.floor(beat);
      const bpm = (beatAt(t) - beatAt(t - 1_000)) * 60e3;
      const tBeat = t - ((beat - lastBeat) * 60e6) / bpm;
      person.feelPulse(tBeat);
      const ahead = person.phaseAt(tBeat) - lastBeat;
      if (t > START_MICROS + SETTLED_S * 1e6) {
        asynchronies.push(ahead - Math.round(ahead));
        bpms.push(bpm);
      }
    }
    const span = spans.at(-1);
    if (span === undefined || t < span.tMicros + TAKEN_MICROS || t < START_MICROS + 4e6) continue;
    const bars = Math.max(1, Math.ceil(beatAtMicros(span.map, t + LEAD_MICROS - span.tMicros) / beatsPerBar));
    const barMicros = span.tMicros + microsOfBeat(span.map, bars * beatsPerBar);
    const barBeat = span.beat + bars * beatsPerBar;
    const tRead = t - READING_MICROS;
    const twoCyclesMicros = (2 * 60e6) / ownBpm;
    const phase = person.phaseAt(tRead);
    const next = partner.next({
      tMicros: tRead,
      member: {
        state: "moving",
        tempoHz: ((phase - person.phaseAt(tRead - twoCyclesMicros)) * 1e6) / twoCyclesMicros,
        phaseRad: 2 * Math.PI * phase,
      },
      bar: { tMicros: barMicros, beat: barBeat, bpm: 60e6 / (span.map.at(-2) ?? NaN) },
    });
    if (next === undefined) continue;
    const periodMicros = 60e6 / next.bpm;
    const map = Float64Array.of(beatsPerBar, periodMicros + next.shiftMicros / beatsPerBar, 0, 0, periodMicros, 0);
    spans.push({ tMicros: barMicros, beat: barBeat, map });
  }
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const [re, im] = [Math.cos, Math.sin].map((of) => mean(asynchronies.map((a) => of(2 * Math.PI * a)))) as [
    number,
    number,
  ];
  const centre = mean(asynchronies);
  return {
    resultant: Math.hypot(re, im),
    sdBeats: Math.sqrt(mean(asynchronies.map((a) => (a - centre) ** 2))),
    slowestBpm: Math.min(...bpms),
    fastestBpm: Math.max(...bpms),
    lastBpm: bpms.at(-1) ?? NaN,
  };
};
