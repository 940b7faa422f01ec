import type { RecordedSession } from "../api.ts";
import { type Block, blocksOf, experimentTrials } from "./blocks.ts";
import { type Export, textFile } from "./export-file.ts";
import { methodsFile } from "./methods.ts";
import { type ExportedReading, exportedReadings } from "./reading.ts";
import { csvLine, digits, seconds } from "./table.ts";

const MICROS = 1e6;

const median = (values: readonly (number | undefined)[]): number | undefined => {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  return upper === undefined || sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};

const share = <T>(entries: readonly T[], holds: (entry: T) => boolean): number | undefined =>
  entries.length === 0 ? undefined : entries.filter(holds).length / entries.length;

interface Trial {
  readonly block: Block;
  readonly number: number;
  /** Readings within the block. */
  readonly within: readonly ExportedReading[];
  /** Those whose window lies within it too: they speak of nothing else. */
  readonly whole: readonly ExportedReading[];
}

const trialsOf = async (session: RecordedSession): Promise<readonly Trial[]> => {
  const experiment = experimentTrials(session);
  const trials = (experiment.length > 0 ? experiment : blocksOf(session)).map((block, k) => ({
    block,
    number: block.trial?.trial ?? k + 1,
    within: [] as ExportedReading[],
    whole: [] as ExportedReading[],
  }));
  for await (const reading of exportedReadings(session)) {
    const { tMicros, windowS } = reading;
    const trial = trials.find(({ block }) => tMicros >= block.startMicros && tMicros < block.endMicros);
    trial?.within.push(reading);
    if (trial !== undefined && tMicros - windowS * MICROS >= trial.block.startMicros) trial.whole.push(reading);
  }
  return trials;
};

const idCells = (session: RecordedSession, { block, number }: Trial): readonly (string | number | undefined)[] => [
  session.config.sessionId,
  number,
  block.exercise,
  block.theme,
  seconds(block.startMicros - session.tStartMicros),
  seconds(block.endMicros - block.startMicros),
  block.bpm,
  block.trial?.block,
  block.trial?.condition,
  block.trial?.perturbation,
];
const ID_HEADINGS = "session_id,trial,exercise,theme,start_s,duration_s,pacer_bpm,block,condition,perturbation";

const decided = ({ verdict }: ExportedReading): boolean => verdict === "in-sync" || verdict === "not-in-sync";

/** A group's row: shares and medians over the readings whose window lies within the trial. */
const groupRow = (session: RecordedSession, trial: Trial): string => {
  const { whole } = trial;
  return csvLine([
    ...idCells(session, trial),
    session.config.members.length,
    whole.length,
    digits(share(whole, decided), 6),
    digits(
      share(whole.filter(decided), ({ verdict }) => verdict === "in-sync"),
      6,
    ),
    ...[
      median(whole.map(({ score }) => score)),
      median(whole.map(({ chance }) => chance)),
      median(whole.map(({ order }) => order)),
      median(whole.map(({ tempoHz }) => tempoHz)),
    ].map((value) => digits(value, 9)),
  ]);
};

const memberRow = (session: RecordedSession, trial: Trial, k: number): string => {
  const of = trial.within.map(({ members }) => members[k]).filter((member) => member !== undefined);
  const moving = of.filter(({ state }) => state === "ok");
  const paced = moving.filter(({ withPacer }) => withPacer !== undefined);
  return csvLine([
    ...idCells(session, trial),
    session.config.members[k]?.pseudonym,
    ...[
      share(of, ({ state }) => state === "ok"),
      share(of, ({ state }) => state === "still"),
      share(of, ({ state }) => state === "dropout"),
      median(moving.map(({ tempoHz }) => tempoHz)),
      median(moving.map(({ amplitudeG }) => amplitudeG)),
      share(paced, ({ withPacer }) => withPacer === true),
      median(moving.map(({ asynchronyMicros: a }) => (a === undefined ? undefined : a / 1e3))),
      median(moving.map(({ asynchronySdMicros: a }) => (a === undefined ? undefined : a / 1e3))),
      median(moving.map(({ leadMicros: a }) => (a === undefined ? undefined : a / 1e3))),
    ].map((value) => digits(value, 6)),
  ]);
};

/** Tidy tables: one row a trial, and one row a trial and member; and how it was done, in words. */
export const trialsExport = (session: RecordedSession): Export => ({
  files: [
    textFile("trials.csv", async function* () {
      yield `${ID_HEADINGS},members,readings,decided_share,in_sync_share_of_decided,score_median,chance_median,order_parameter_median,tempo_hz_median`;
      for (const trial of await trialsOf(session)) yield groupRow(session, trial);
    }),
    textFile("trials-members.csv", async function* () {
      yield `${ID_HEADINGS},member,moving_share,resting_share,no_signal_share,tempo_hz_median,amplitude_g_median,with_pulse_share,asynchrony_ms_median,asynchrony_sd_ms_median,lead_ms_median`;
      for (const trial of await trialsOf(session))
        for (const k of session.config.members.keys()) yield memberRow(session, trial, k);
    }),
    methodsFile(session),
  ],
  leftOut: [],
});
