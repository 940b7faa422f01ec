import { describe, expect, it } from "vitest";
import { linearActuator } from "@entrain/boards";
import { sessionMicros } from "@entrain/protocol";
import { VirtualClock } from "@entrain/time/testing";
import { createErm, createLra, createMotor, drivenMicros, type Motor, type MotorOpts } from "../src/motor/index.ts";
import { createRandom } from "../src/random/index.ts";

const START = 123_456_789;
const MODELS = { erm: createErm, lra: createLra };
type Kind = keyof typeof MODELS;

const make = (kind: Kind, seed: number, opts: Partial<MotorOpts> = {}): Motor => {
  const random = createRandom(seed);
  return createMotor({ model: MODELS[kind](random.fork("model")), random: random.fork("mount"), ...opts });
};
/** From drive to felt, microseconds, for a pulse of 200 ms; undefined where nothing is felt. */
const lagMicros = (kind: Kind, seed: number, level: number): number | undefined => {
  let felt: number | undefined;
  const motor = make(kind, seed, { onFelt: (t) => (felt = t) });
  motor.setDrive(START, level);
  motor.setDrive(START + 200_000, 0);
  return felt === undefined ? undefined : felt - START;
};

describe("a motor told nonsense", () => {
  it.each([NaN, -0.1, 1.1, Infinity])("refuses the level %d and stays as it was", (level) => {
    const motor = make("erm", 1);
    expect(() => {
      motor.setDrive(START, level);
    }).toThrow(RangeError);
    expect(motor.isDriven()).toBe(false);
    expect(motor.drivenSpans).toEqual([]);
  });

  it("refuses time that runs back or is none", () => {
    const motor = make("lra", 1);
    motor.setDrive(START, 0.5);
    for (const t of [START - 1, NaN, Infinity])
      expect(() => {
        motor.setDrive(t, 0);
      }).toThrow(RangeError);
    expect(motor.isDriven()).toBe(true);
  });
});

describe("felt lag", () => {
  const lags = (kind: Kind): number[] =>
    Array.from({ length: 40 }, (_, seed) => [0.2, 0.4, 0.7, 1].map((level) => lagMicros(kind, seed, level)))
      .flat()
      .map((lag) => lag ?? NaN);

  it("of an ERM is 50 to 100 ms, of an LRA 10 to 25 ms, from a level of 0.2 up", () => {
    expect(Math.min(...lags("erm"))).toBeGreaterThan(50_000);
    expect(Math.max(...lags("erm"))).toBeLessThan(100_000);
    expect(Math.min(...lags("lra"))).toBeGreaterThan(10_000);
    expect(Math.max(...lags("lra"))).toBeLessThan(25_000);
  });

  it("falls as the drive rises", () => {
    for (const kind of ["erm", "lra"] as const) {
      const [weak, strong] = [lagMicros(kind, 3, 0.3), lagMicros(kind, 3, 1)];
      expect(weak).toBeGreaterThan(strong ?? NaN);
    }
  });

  it("is none where a pulse is too weak or too short to be felt", () => {
    expect(lagMicros("erm", 1, 0.1)).toBeUndefined();
    let felt = 0;
    const motor = make("erm", 1, { onFelt: () => felt++ });
    motor.setDrive(START, 1);
    motor.setDrive(START + 40_000, 0);
    motor.setDrive(START + 1e6, 0);
    expect(felt).toBe(0);
  });
});

describe("felt pulses", () => {
  it("are told once each, in order, with the level", () => {
    const felt: [number, number][] = [];
    const motor = make("lra", 2, { onFelt: (t, strength) => felt.push([t, strength]) });
    for (let i = 0; i < 50; i++) {
      motor.setDrive(START + i * 500_000, 0.5);
      motor.setDrive(START + i * 500_000 + 80_000, 0);
    }
    expect(felt.length).toBe(50);
    felt.forEach(([t, strength], i) => {
      expect(t - START - i * 500_000).toBeCloseTo((felt[0]?.[0] ?? NaN) - START, 0);
      expect(strength).toBe(0.5);
    });
  });

  it("run into one where there is no rest between them", () => {
    let felt = 0;
    const motor = make("erm", 2, { onFelt: () => felt++ });
    for (let i = 0; i < 10; i++) {
      motor.setDrive(START + i * 150_000, 1);
      motor.setDrive(START + i * 150_000 + 140_000, 0);
    }
    expect(felt).toBe(1);
  });

  it("are told at their very moment where there is a scheduler, and never after an off that came in time", () => {
    const clock = new VirtualClock(sessionMicros(START));
    const felt: number[] = [];
    const motor = make("lra", 2, {
      scheduler: clock,
      onFelt: (t) => {
        expect(clock.nowMicros()).toBe(t);
        felt.push(t);
      },
    });
    motor.setDrive(START, 1);
    clock.advanceBy(100_000);
    expect(felt.length).toBe(1);
    motor.setDrive(START + 100_000, 0);
    clock.advanceBy(400_000);
    motor.setDrive(START + 500_000, 1);
    clock.advanceBy(5_000);
    motor.setDrive(START + 505_000, 0);
    clock.advanceBy(1e6);
    expect(felt.length).toBe(1);
  });
});

describe("vibration", () => {
  /** Frequency and largest amplitude over 100 ms, from a start at which the motor runs steadily. */
  const listen = (motor: Motor, tFrom: number): { hz: number; peakG: number } => {
    const out = new Float64Array(3);
    let [turns, before, peakG] = [0, 0, 0];
    for (let t = 0; t < 100_000; t += 50) {
      motor.vibrationG(tFrom + t, out);
      peakG = Math.max(peakG, Math.hypot(...out));
      const x = out[0] ?? 0;
      if (x > 0 !== before > 0) turns++;
      before = x;
    }
    return { hz: (turns / 2) * 10, peakG };
  };

  it("is none before the first drive, and dies away after the last", () => {
    for (const kind of ["erm", "lra"] as const) {
      const motor = make(kind, 4);
      expect(listen(motor, START - 200_000).peakG).toBe(0);
      motor.setDrive(START, 1);
      motor.setDrive(START + 200_000, 0);
      expect(motor.envelopeG(START + 1.2e6)).toBeLessThan(1e-4);
    }
  });

  it("of an ERM is 150 to 200 Hz and rises with the drive; of an LRA it is its resonance at any drive", () => {
    const steady = (kind: Kind, level: number): { hz: number; peakG: number } => {
      const motor = make(kind, 4);
      motor.setDrive(START, level);
      return listen(motor, START + 1e6);
    };
    const [weak, strong] = [steady("erm", 0.2), steady("erm", 1)];
    expect(weak.hz).toBeGreaterThan(145);
    expect(strong.hz).toBeLessThan(215);
    expect(strong.hz - weak.hz).toBeGreaterThan(30);
    expect(steady("lra", 0.3).hz).toBe(steady("lra", 1).hz);
    expect(Math.abs(steady("lra", 1).hz - linearActuator.resonanceHz)).toBeLessThanOrEqual(
      linearActuator.resonanceToleranceHz,
    );
    for (const kind of ["erm", "lra"] as const) {
      expect(steady(kind, 1).peakG).toBeGreaterThan(0.5);
      expect(steady(kind, 1).peakG).toBeLessThan(1.2);
    }
  });

  it("looks back exactly, so that a sensor's queue may be filled after the fact", () => {
    const [prompt, late] = [make("erm", 6), make("erm", 6)];
    const drives = [0.8, 0, 0.6, 0].map((level, i) => [START + i * 120_000, level] as const);
    const at = (motor: Motor, t: number): number[] => {
      const out = new Float64Array(3);
      motor.vibrationG(t, out);
      return [...out];
    };
    const expected: number[][] = [];
    drives.forEach(([t, level]) => {
      prompt.setDrive(t, level);
      for (let k = 1; k < 10; k++) expected.push(at(prompt, t + k * 12_000));
    });
    for (const [t, level] of drives) late.setDrive(t, level);
    const found = drives.flatMap(([t]) => Array.from({ length: 9 }, (_, k) => at(late, t + (k + 1) * 12_000)));
    expect(found).toEqual(expected);
  });
});

describe("the ledger", () => {
  it("holds each span driven, with its level, and adds them up", () => {
    const motor = make("erm", 1);
    motor.setDrive(START, 0.5);
    motor.setDrive(START, 0.5);
    motor.setDrive(START + 50_000, 1);
    motor.setDrive(START + 80_000, 0);
    motor.setDrive(START + 90_000, 0);
    motor.setDrive(START + 500_000, 0.2);
    expect(motor.drivenSpans).toEqual([
      { onMicros: START, offMicros: START + 50_000, level: 0.5 },
      { onMicros: START + 50_000, offMicros: START + 80_000, level: 1 },
      { onMicros: START + 500_000, offMicros: undefined, level: 0.2 },
    ]);
    expect(drivenMicros(motor.drivenSpans, START + 10_000, START + 600_000)).toBe(70_000 + 100_000);
  });
});
