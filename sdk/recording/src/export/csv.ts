import type { RecordedSession } from "../api.ts";
import { eventsOf } from "./events.ts";
import { type Export, type ExportFile, jsonFile, textFile } from "./export-file.ts";
import { rawConsent } from "./raw-consent.ts";
import { exportedReadings } from "./reading.ts";
import { csvLine, digits, seconds } from "./table.ts";

const MILLIS = 1e3;
const millis = (micros: number | undefined): number | undefined =>
  micros === undefined ? undefined : digits(micros / MILLIS, 6);

/** A pseudonym as part of a file's name. */
const fileLabel = (member: number, pseudonym: string): string =>
  `${String(member + 1)}-${pseudonym.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "")}`.replace(/-$/, "");

const groupTable = (session: RecordedSession): ExportFile =>
  textFile("group.csv", async function* () {
    yield "time (s),window (s),verdict,reason,score (0 chance; 1 perfect),chance (0-1),p,order parameter (0-1),cluster phase rho (0-1),tempo (Hz),mean phase (rad),pacer position (beats)";
    for await (const r of exportedReadings(session))
      yield csvLine([
        seconds(r.tMicros - session.tStartMicros),
        r.windowS,
        r.verdict,
        r.reason,
        ...[r.score, r.chance, r.p, r.order, r.clusterRho, r.tempoHz, r.phaseRad, r.beat].map((v) => digits(v, 9)),
      ]);
  });

const memberTable = (session: RecordedSession): ExportFile =>
  textFile("members.csv", async function* () {
    yield "time (s),member,state,tempo (Hz),phase (rad),amplitude (g RMS),asynchrony (ms; negative: ahead of the pulse),asynchrony SD (ms),with the pulse,lead (ms; positive: ahead of the others),blanked share (0-1),missing share (0-1)";
    for await (const r of exportedReadings(session))
      for (const [k, m] of r.members.entries())
        yield csvLine([
          seconds(r.tMicros - session.tStartMicros),
          session.config.members[k]?.pseudonym,
          m.state,
          ...[m.tempoHz, m.phaseRad, m.amplitudeG].map((v) => digits(v, 9)),
          millis(m.asynchronyMicros),
          millis(m.asynchronySdMicros),
          m.withPacer,
          millis(m.leadMicros),
          digits(m.blankedShare, 4),
          digits(m.missingShare, 4),
        ]);
  });

const motionTable = (session: RecordedSession, member: number): ExportFile =>
  textFile(`motion-${fileLabel(member, session.config.members[member]?.pseudonym ?? "")}.csv`, async function* () {
    yield "time (s),acceleration x (g),acceleration y (g),acceleration z (g),rotation x (deg/s),rotation y (deg/s),rotation z (deg/s)";
    for await (const { tMicros, accelG, gyroDps } of session.samples(member))
      for (const [i, t] of tMicros.entries())
        yield csvLine([
          seconds(t - session.tStartMicros),
          ...[0, 1, 2].map((axis) => digits(accelG[3 * i + axis], 7)),
          ...[0, 1, 2].map((axis) => digits(gyroDps?.[3 * i + axis], 7)),
        ]);
  });

const pulseTable = (session: RecordedSession): ExportFile =>
  textFile("pulses.csv", async function* () {
    yield "time (s),member,planned (s),duration (ms),strength (0-255)";
    for await (const p of session.entries("pulse"))
      yield csvLine([
        seconds(p.onMicros - session.tStartMicros),
        session.config.members[p.member]?.pseudonym,
        seconds(p.plannedMicros - session.tStartMicros),
        millis(p.durationMicros),
        p.strength,
      ]);
  });

const eventTable = (session: RecordedSession): ExportFile =>
  textFile("events.csv", () => [
    "time (s),kind,member,tempo (beats/min),text",
    ...eventsOf(session).map(({ tMicros, kind, member, bpm, text }) =>
      csvLine([
        seconds(tMicros - session.tStartMicros),
        kind,
        member === undefined ? undefined : session.config.members[member]?.pseudonym,
        bpm,
        text,
      ]),
    ),
  ]);

/** One table each for the group, its members, their raw motion, the pulses and what happened; units stand in the headings. */
export const csvExport = (session: RecordedSession): Export => {
  const { members, leftOut } = rawConsent(session);
  return {
    files: [
      jsonFile("session.json", session.config),
      groupTable(session),
      memberTable(session),
      pulseTable(session),
      eventTable(session),
      ...members.map((member) => motionTable(session, member)),
    ],
    leftOut,
  };
};
