import type { RecordedSession } from "../../api.ts";
import { travellingEvents } from "../events.ts";
import { type Export } from "../export-file.ts";
import { rawConsent } from "../raw-consent.ts";
import { exportedReadings } from "../reading.ts";
import { sampleRate } from "../sample-rate.ts";
import { xmlText } from "../xml-text.ts";
import { TAG, XDF_MAGIC, xmlChunk } from "./chunks.ts";
import { streamBody, streamHeader, type XdfChannel, type XdfStream } from "./stream.ts";

const MICROS = 1e6;
const AXES = ["x", "y", "z"] as const;

const MOTION_CHANNELS: readonly XdfChannel[] = [
  ...AXES.map((axis) => ({ label: `acc_${axis}`, unit: "g", type: "ACC" })),
  ...AXES.map((axis) => ({ label: `gyro_${axis}`, unit: "deg/s", type: "GYRO" })),
];

const motionStream = async (session: RecordedSession, member: number, id: number): Promise<XdfStream> => {
  const { pseudonym = "", placement = "" } = session.config.members[member] ?? {};
  return {
    id,
    name: `Entrain motion ${pseudonym}`,
    type: "IMU",
    rateHz: await sampleRate(session, member),
    format: "float32",
    channels: MOTION_CHANNELS,
    facts: { member: pseudonym, placement },
    samples: async function* () {
      for await (const { tMicros, accelG, gyroDps } of session.samples(member))
        for (const [i, t] of tMicros.entries())
          yield {
            tS: t / MICROS,
            values: [
              ...AXES.map((_, axis) => accelG[3 * i + axis] ?? NaN),
              ...AXES.map((_, axis) => gyroDps?.[3 * i + axis] ?? NaN),
            ],
          };
    },
  };
};

const GROUP_CHANNELS: readonly XdfChannel[] = [
  { label: "score", unit: "1" },
  { label: "chance", unit: "1" },
  { label: "p", unit: "1" },
  { label: "order", unit: "1" },
  { label: "tempo", unit: "Hz" },
  { label: "phase", unit: "rad" },
  { label: "pacer_beat", unit: "beats" },
];

/** What is withheld is NaN. */
const groupStream = (session: RecordedSession, id: number): XdfStream => ({
  id,
  name: "Entrain group",
  type: "Synchrony",
  rateHz: 0,
  format: "float32",
  channels: GROUP_CHANNELS,
  facts: { engine: session.config.software.engine, window_s: String(session.config.scoring.windowS) },
  samples: async function* () {
    for await (const { tMicros, score, chance, p, order, tempoHz, phaseRad, beat } of exportedReadings(session))
      yield {
        tS: tMicros / MICROS,
        values: [score, chance, p, order, tempoHz, phaseRad, beat].map((value) => value ?? NaN),
      };
  },
});

const pulseStream = (session: RecordedSession, id: number): XdfStream => ({
  id,
  name: "Entrain pulses",
  type: "Stimulus",
  rateHz: 0,
  format: "float32",
  channels: [
    { label: "member", unit: "number, from 1" },
    { label: "duration", unit: "ms" },
    { label: "strength", unit: "0-255" },
  ],
  facts: {},
  samples: async function* () {
    for await (const { onMicros, member, durationMicros, strength } of session.entries("pulse"))
      yield { tS: onMicros / MICROS, values: [member + 1, durationMicros / 1e3, strength] };
  },
});

const markerStream = (session: RecordedSession, id: number): XdfStream => ({
  id,
  name: "Entrain markers",
  type: "Markers",
  rateHz: 0,
  format: "string",
  channels: [{ label: "marker", unit: "" }],
  facts: {},
  samples: () =>
    travellingEvents(session).map(({ tMicros, kind, member, text }) => ({
      tS: tMicros / MICROS,
      values: [
        [kind, member === undefined ? "" : session.config.members[member]?.pseudonym, text]
          .filter((part) => part !== "" && part !== undefined)
          .join(" "),
      ],
    })),
});

/** One XDF file: a stream of motion a person, one of readings, one of pulses, one of markers. */
export const xdfExport = async (session: RecordedSession): Promise<Export> => {
  const { members, leftOut } = rawConsent(session);
  const motion: XdfStream[] = [];
  for (const member of members) motion.push(await motionStream(session, member, motion.length + 1));
  const next = motion.length + 1;
  const streams = [
    ...motion,
    groupStream(session, next),
    pulseStream(session, next + 1),
    markerStream(session, next + 2),
  ];
  return {
    leftOut,
    files: [
      {
        path: "session.xdf",
        bytes: async function* () {
          yield XDF_MAGIC;
          const { startedAt } = session.config;
          yield xmlChunk(
            TAG.fileHeader,
            undefined,
            `<info><version>1.0</version><datetime>${xmlText(startedAt)}</datetime></info>`,
          );
          for (const stream of streams) yield streamHeader(stream);
          for (const stream of streams) yield* streamBody(stream, session.tStartMicros / MICROS);
        },
      },
    ],
  };
};
