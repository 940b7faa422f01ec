import { type Band, BandGroup, type BandPulse } from "@entrain/band";
import { periodOfBpm, STEADY, steadyPlan } from "@entrain/pacing";
import { type SessionMicros, sessionMicros } from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";

/** Long enough for a clock to be known well: fast exchanges, then a few at ease. */
const MEASURING_SECONDS = 8;
const LEAD_MICROS = 2_000_000;
/** The opening ramp, in which weak pulses are felt later than strong ones. */
const RAMP_SECONDS = 6;
/** The last pulse is reported after it has been played. */
const REPORT_SECONDS = 1;
const CLOCK_EVERY_SECONDS = 1;

/** What one band did, on the session's clock as the host knows it. */
export interface Observed {
  readonly band: Band;
  readonly pulses: readonly BandPulse[];
  readonly samplesMissed: number;
}

export interface Paced {
  /** When each beat that counts is to be felt. */
  readonly beatsMicros: readonly number[];
  readonly periodMicros: number;
  readonly members: readonly Observed[];
}

export interface PaceOpts {
  readonly scheduler: Scheduler;
  readonly bands: readonly Band[];
  readonly bpm: number;
  readonly seconds: number;
  /** Lets time pass. */
  readonly pass: (seconds: number) => Promise<void>;
  /** Asked once a second while the bands play: true ends it early. */
  readonly isOver: () => boolean;
  /** Told once a second while the bands play. */
  readonly onSecond?: () => void;
}

/** Connects bands, pulses them together, and stops them, whatever happens. */
export const paceTogether = async ({
  scheduler,
  bands,
  bpm,
  seconds,
  pass,
  isOver,
  onSecond,
}: PaceOpts): Promise<Paced> => {
  const members = bands.map((band) => ({ band, pulses: [] as BandPulse[], samplesMissed: 0 }));
  const group = new BandGroup(bands);
  group.on(({ member, event }) => {
    const observed = members[member];
    if (observed === undefined) return;
    if (event.kind === "pulse") observed.pulses.push(event);
    if (event.kind === "samples") observed.samplesMissed += event.missed;
  });
  const stop = async (): Promise<void> => {
    await Promise.race([group.stopAll(() => undefined), pass(REPORT_SECONDS)]);
  };
  const periodMicros = periodOfBpm(bpm);
  try {
    const connected = Promise.all(bands.map((band) => band.connect()));
    // A failure is told once time has passed; until then nobody must take it for one that nobody hears.
    connected.catch(() => undefined);
    await pass(MEASURING_SECONDS);
    await connected;
    for (const observed of members) observed.samplesMissed = 0;
    const fromMicros = sessionMicros(scheduler.nowMicros() + LEAD_MICROS);
    void group.play(steadyPlan({ bpm, pattern: STEADY, beatZeroMicros: fromMicros, revision: 1 }), fromMicros);
    await pass(LEAD_MICROS / 1e6 + RAMP_SECONDS);
    const first = scheduler.nowMicros();
    for (let second = 0; second < seconds && !isOver(); second += CLOCK_EVERY_SECONDS) {
      await pass(CLOCK_EVERY_SECONDS);
      onSecond?.();
    }
    const last: SessionMicros = scheduler.nowMicros();
    await pass(REPORT_SECONDS);
    await stop();
    return { beatsMicros: beatsBetween(fromMicros, periodMicros, first, last), periodMicros, members };
  } finally {
    await group.close();
  }
};

const beatsBetween = (fromMicros: number, periodMicros: number, first: number, last: number): readonly number[] => {
  const beats: number[] = [];
  for (let beat = Math.ceil((first - fromMicros) / periodMicros); ; beat++) {
    const tMicros = fromMicros + beat * periodMicros;
    if (tMicros > last) return beats;
    beats.push(tMicros);
  }
};
