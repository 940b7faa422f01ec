import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

export const filesBelow = (dir: string, root = dir): readonly string[] =>
  readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? filesBelow(path, root) : [relative(root, path)];
  });

const table = (path: string): string[][] =>
  readFileSync(path, "utf8")
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.split("\t"));

const NAME =
  /^sub-([A-Za-z0-9]+)\/ses-([A-Za-z0-9]+)\/(?:motion\/sub-\1_ses-\2_task-[A-Za-z0-9]+_tracksys-[A-Za-z0-9]+_(?:motion|channels|events)\.(?:tsv|json)|sub-\1_ses-\2_scans\.tsv)$/;
const ROOT = /^(?:dataset_description\.json|participants\.(?:tsv|json)|README)$/;
const REQUIRED_COLUMNS = ["name", "component", "type", "tracked_point", "units"];
const COMPONENTS = new Set(["x", "y", "z", "quat_x", "quat_y", "quat_z", "quat_w", "n/a"]);
const TYPES = new Set(["ACCEL", "ANGACCEL", "GYRO", "JNTANG", "LATENCY", "MAGN", "MISC", "ORNT", "POS", "VEL"]);

const checkMotion = (root: string, path: string): string[] => {
  const problems: string[] = [];
  const beside = (suffix: string): string => join(root, path.replace(/motion\.tsv$/, suffix));
  const rows = table(join(root, path));
  if ((rows[0] ?? []).some((cell) => cell !== "n/a" && !Number.isFinite(Number(cell))))
    problems.push(`${path}: a heading`);
  let channels: string[][];
  try {
    channels = table(beside("channels.tsv"));
  } catch {
    return [...problems, `${path}: no channels.tsv`];
  }
  const [heading = [], ...listed] = channels;
  if (REQUIRED_COLUMNS.some((name, k) => heading[k] !== name)) problems.push(`${path}: columns of channels.tsv`);
  if (listed.some((row) => !COMPONENTS.has(row[1] ?? "") || !TYPES.has(row[2] ?? "")))
    problems.push(`${path}: keywords`);
  if (rows.some((row) => row.length !== listed.length)) problems.push(`${path}: as many columns as channels`);
  const sidecar = JSON.parse(readFileSync(beside("motion.json"), "utf8")) as Record<string, unknown>;
  if (typeof sidecar["SamplingFrequency"] !== "number") problems.push(`${path}: SamplingFrequency`);
  if (typeof sidecar["TaskName"] !== "string") problems.push(`${path}: TaskName`);
  if (sidecar["MotionChannelCount"] !== listed.length) problems.push(`${path}: MotionChannelCount`);
  for (const type of ["ACCEL", "GYRO", "LATENCY"])
    if (sidecar[`${type}ChannelCount`] !== listed.filter((row) => row[2] === type).length)
      problems.push(`${path}: ${type}ChannelCount`);
  const latency = listed.findIndex((row) => row[2] === "LATENCY");
  const times = rows.map((row) => Number(row[latency]));
  if (times[0] !== 0 || times.some((t, i) => i > 0 && !(t > (times[i - 1] ?? 0)))) problems.push(`${path}: latencies`);
  return problems;
};

/** What is wrong with a Motion-BIDS data set, by the specification; the published validators do not look at all of it. */
export const motionBidsProblems = (root: string): readonly string[] => {
  const files = filesBelow(root);
  const problems = files.filter((path) => !NAME.test(path) && !ROOT.test(path)).map((path) => `${path}: its name`);
  for (const path of files.filter((each) => each.endsWith("_motion.tsv"))) problems.push(...checkMotion(root, path));
  for (const path of files.filter((each) => each.endsWith("_channels.tsv")))
    if (!files.includes(path.replace("_channels.tsv", "_motion.tsv"))) problems.push(`${path}: channels of nothing`);
  for (const path of files.filter((each) => each.endsWith("_events.tsv"))) {
    const [heading = [], ...rows] = table(join(root, path));
    if (heading[0] !== "onset" || heading[1] !== "duration") problems.push(`${path}: columns`);
    if (rows.some((row) => row.length !== heading.length || !Number.isFinite(Number(row[0]))))
      problems.push(`${path}: rows`);
  }
  const participants = table(join(root, "participants.tsv"))
    .slice(1)
    .map(([id]) => id);
  const subjects = new Set(files.filter((path) => path.startsWith("sub-")).map((path) => path.split("/")[0]));
  if (JSON.stringify([...subjects].sort()) !== JSON.stringify(participants.sort())) problems.push("participants.tsv");
  const described = JSON.parse(readFileSync(join(root, "dataset_description.json"), "utf8")) as Record<string, unknown>;
  if (typeof described["Name"] !== "string" || typeof described["BIDSVersion"] !== "string")
    problems.push("dataset_description.json");
  return problems;
};
