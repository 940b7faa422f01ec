import type { RecordedSession } from "../../api.ts";
import { type ExportFile, jsonFile, textFile } from "../export-file.ts";
import { digits, seconds, tsvLine } from "../table.ts";
import { type BidsNames, TRACKING_SYSTEM } from "./names.ts";
import type { MotionFacts } from "./motion-facts.ts";

const AXES = ["x", "y", "z"] as const;
const REFERENCE_FRAME = "band";

interface Channel {
  readonly name: string;
  readonly component: string;
  readonly type: "LATENCY" | "ACCEL" | "GYRO";
  readonly units: string;
}

const channelsOf = ({ hasGyro }: MotionFacts): readonly Channel[] => [
  { name: "latency", component: "n/a", type: "LATENCY", units: "s" },
  ...AXES.map((axis) => ({ name: `acc_${axis}`, component: axis, type: "ACCEL" as const, units: "g" })),
  ...(hasGyro
    ? AXES.map((axis) => ({ name: `gyro_${axis}`, component: axis, type: "GYRO" as const, units: "deg/s" }))
    : []),
];

const channelTable = (path: string, facts: MotionFacts, placement: string): ExportFile =>
  textFile(path, () => [
    tsvLine(["name", "component", "type", "tracked_point", "units", "placement", "reference_frame"]),
    ...channelsOf(facts).map(({ name, component, type, units }) =>
      tsvLine([name, component, type, placement, units, placement, type === "LATENCY" ? "n/a" : REFERENCE_FRAME]),
    ),
  ]);

/** No heading, as BIDS asks of motion files: `channels.tsv` names the columns. */
const motionTable = (path: string, session: RecordedSession, member: number, facts: MotionFacts): ExportFile =>
  textFile(path, async function* () {
    for await (const { tMicros, accelG, gyroDps } of session.samples(member))
      for (const [i, t] of tMicros.entries())
        yield tsvLine([
          seconds(t - facts.firstMicros),
          ...AXES.map((_, axis) => digits(accelG[3 * i + axis], 7)),
          ...(facts.hasGyro ? AXES.map((_, axis) => digits(gyroDps?.[3 * i + axis], 7)) : []),
        ]);
  });

const sidecar = (session: RecordedSession, names: BidsNames, facts: MotionFacts): Readonly<Record<string, unknown>> => {
  const { config } = session;
  return {
    TaskName: names.task,
    TaskDescription: "Moving together while wristbands pulse a paced rhythm; events.tsv says what was paced, and when.",
    SamplingFrequency: facts.rateHz,
    SamplingFrequencyEffective: facts.effectiveHz,
    RecordingDuration: digits(facts.durationS, 9),
    RecordingType: "continuous",
    TrackingSystemName: TRACKING_SYSTEM,
    TrackedPointsCount: 1,
    MotionChannelCount: channelsOf(facts).length,
    ACCELChannelCount: 3,
    GYROChannelCount: facts.hasGyro ? 3 : 0,
    LATENCYChannelCount: 1,
    MissingValues: "n/a",
    SubjectArtefactDescription:
      "The band's own motor shakes its accelerometer while it pulses; events.tsv lists each pulse.",
    Manufacturer: "Entrain",
    ManufacturersModelName: facts.board,
    SoftwareVersions: `entrain ${config.software.entrain}; band firmware ${facts.firmware}`,
  };
};

const FRAMES = {
  reference_frame: {
    Description: "The frame that a channel's axes belong to.",
    Levels: {
      [REFERENCE_FRAME]: {
        Description:
          "Axes of the accelerometer within the band, turning with the arm; gravity is included. How the band sat on the arm is not known.",
      },
    },
  },
};

/** A member's motion and what describes it. */
export const motionFiles = (
  session: RecordedSession,
  names: BidsNames,
  member: number,
  facts: MotionFacts,
): readonly ExportFile[] => [
  motionTable(names.path(member, "motion.tsv"), session, member, facts),
  jsonFile(names.path(member, "motion.json"), sidecar(session, names, facts)),
  channelTable(names.path(member, "channels.tsv"), facts, session.config.members[member]?.placement ?? "n/a"),
  jsonFile(names.path(member, "channels.json"), FRAMES),
];
