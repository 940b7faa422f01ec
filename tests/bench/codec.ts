import {
  bandMicros,
  encodeLine,
  type HostMessage,
  LineReader,
  type Message,
  type MessageOf,
  sessionMicros,
} from "@entrain/protocol";
import { type Row, shown } from "./row.ts";
import { medianMicros } from "./statistics.ts";

const FRAMES = 60_000;
const ROUNDS = 7;
const T_MICROS = 1_234_567_890;

const burst: MessageOf<"imuBurst"> = {
  kind: "imuBurst",
  tFirstMicros: bandMicros(T_MICROS),
  tLastMicros: bandMicros(T_MICROS + 28_846),
  firstIndex: 4_000,
  axes: 6,
  samples: Int16Array.from({ length: 24 }, (_, i) => 997 * (i - 12)),
};

/** What passes in two seconds of a group that plays: mostly bursts, pulses among them, and the host's own lines. */
const mix: readonly Message[] = [
  ...Array.from({ length: 26 }, () => burst),
  ...Array.from({ length: 13 }, (_, i): HostMessage => ({ kind: "credit", upTo: 2 * i })),
  ...Array.from({ length: 2 }, (_, i): MessageOf<"pulsePlayed"> => ({
    kind: "pulsePlayed",
    onMicros: bandMicros(T_MICROS),
    plannedMicros: bandMicros(T_MICROS - 90),
    pulseIndex: i,
    revision: 1,
    durationMillis: 60,
    strength: 200,
  })),
  { kind: "clockRequest", hostSentMicros: sessionMicros(T_MICROS) },
];

const measure = (name: string, messages: readonly Message[]): readonly Row[] => {
  const lines = messages.map((message, i) => encodeLine(message, i));
  let heard = 0;
  const reader = new LineReader({ onMessage: () => heard++ });
  const encodeMicros = medianMicros(ROUNDS, () => {
    for (let i = 0; i < FRAMES; i++) encodeLine(messages[i % messages.length] ?? burst, i);
  });
  const decodeMicros = medianMicros(ROUNDS, () => {
    for (let i = 0; i < FRAMES; i++) reader.push(lines[i % lines.length] ?? new Uint8Array());
  });
  if (heard !== FRAMES * (ROUNDS + 1)) throw new Error(`expected every frame to be read, found ${String(heard)}`);
  const row = (way: string, micros: number): Row => ({
    what: `${way}, ${name}`,
    value: `${shown((FRAMES / micros) * 1e6)} frames/s`,
  });
  return [row("encode", encodeMicros), row("decode", decodeMicros)];
};

/** Frames a second through the wire format, one core. */
export const benchCodec = (): readonly Row[] => [
  ...measure("IMU bursts of 4 × 6", [burst]),
  ...measure("the mix of a group that plays", mix),
];
