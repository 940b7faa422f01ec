import { PacingError } from "../errors.ts";
import type { LeadTempo } from "../exercise/lead-tempo.ts";
import { MAX_BPM, MIN_BPM } from "../tempo.ts";

/** What a document may say about leading; all of it optional but one of `targetBpm` and `changePercent`. */
export interface LeadSettings {
  /** Where to lead the group, beats a minute. */
  readonly targetBpm?: number;
  /** The same as a change of the group's own tempo: −25 is a quarter slower. */
  readonly changePercent?: number;
  /** The pulse is never slower or faster than this, wherever the group is. */
  readonly slowestBpm: number;
  readonly fastestBpm: number;
  /** The group's own movement is listened to for at least, and at most, so long before the first pulse. */
  readonly listenSeconds: number;
  readonly listenAtMostSeconds: number;
  /** The tempo never changes by more than this from one bar to the next. */
  readonly mostPercentPerBar: number;
  /** The group is led on while this share of those who move is with the pulse... */
  readonly goShare: number;
  /** ...and the pulse goes back to the group where it is less than this. */
  readonly backShare: number;
  /** The group has been with the pulse for so many beats before it is led on. */
  readonly togetherBeats: number;
  /** So long some may be apart before the pulse eases back towards them. */
  readonly patienceBeats: number;
  /** How far the group may trail a change of tempo, in hundredths of a beat, before the pulse waits for it. */
  readonly trailPercent: number;
  /** At the target for so long before the pulse is let go; 0: until it is asked for. */
  readonly holdSeconds: number;
  /** The pulse grows softer over so many bars. */
  readonly fadeBars: number;
  /** Then the group is watched without it for so long. */
  readonly releaseSeconds: number;
}

export const LEAD_DEFAULTS: LeadSettings = {
  slowestBpm: 40,
  fastestBpm: 180,
  listenSeconds: 8,
  listenAtMostSeconds: 16,
  mostPercentPerBar: 3,
  goShare: 0.6,
  backShare: 0.5,
  togetherBeats: 6,
  patienceBeats: 12,
  trailPercent: 8,
  holdSeconds: 0,
  fadeBars: 4,
  releaseSeconds: 20,
};

interface Range {
  readonly least: number;
  readonly most: number;
}

/** What each setting may be, both ends included. */
export const LEAD_RANGES: Readonly<Record<keyof LeadSettings, Range>> = {
  targetBpm: { least: MIN_BPM, most: MAX_BPM },
  changePercent: { least: -70, most: 200 },
  slowestBpm: { least: MIN_BPM, most: MAX_BPM },
  fastestBpm: { least: MIN_BPM, most: MAX_BPM },
  listenSeconds: { least: 3, most: 120 },
  listenAtMostSeconds: { least: 3, most: 300 },
  mostPercentPerBar: { least: 0.1, most: 15 },
  goShare: { least: 0.1, most: 1 },
  backShare: { least: 0, most: 1 },
  togetherBeats: { least: 2, most: 64 },
  patienceBeats: { least: 4, most: 256 },
  trailPercent: { least: 2, most: 40 },
  holdSeconds: { least: 0, most: 3600 },
  fadeBars: { least: 1, most: 32 },
  releaseSeconds: { least: 5, most: 300 },
};

const isKnown = (name: string): name is keyof LeadSettings => Object.hasOwn(LEAD_RANGES, name);

const refuse = (path: string, expected: string, found: unknown): never => {
  throw new PacingError("lead-out-of-range", `expected ${path} ${expected}, found ${JSON.stringify(found)}`);
};

/** Settings that contradict each other. */
const checkTogether = (settings: LeadSettings, path: string): void => {
  const { targetBpm, changePercent, slowestBpm, fastestBpm } = settings;
  if ((targetBpm === undefined) === (changePercent === undefined)) {
    refuse(path, "to have one of targetBpm and changePercent", { targetBpm, changePercent });
  }
  if (slowestBpm >= fastestBpm) refuse(`${path}.slowestBpm`, `below fastestBpm (${String(fastestBpm)})`, slowestBpm);
  if (targetBpm !== undefined && (targetBpm < slowestBpm || targetBpm > fastestBpm)) {
    refuse(
      `${path}.targetBpm`,
      `from slowestBpm (${String(slowestBpm)}) to fastestBpm (${String(fastestBpm)})`,
      targetBpm,
    );
  }
  if (settings.listenSeconds > settings.listenAtMostSeconds) {
    refuse(
      `${path}.listenSeconds`,
      `at most listenAtMostSeconds (${String(settings.listenAtMostSeconds)})`,
      settings.listenSeconds,
    );
  }
  if (settings.backShare > settings.goShare) {
    refuse(`${path}.backShare`, `at most goShare (${String(settings.goShare)})`, settings.backShare);
  }
};

/**
 * Settings out of a document: what is not said is as in {@link LEAD_DEFAULTS}.
 *
 * @param path - of the object in the document, for messages
 * @throws PacingError `lead-out-of-range`, naming path, expectation and value
 * @example
 * ```ts
 * leadSettings({ targetBpm: 60 }, "steps[0].tempo").mostPercentPerBar === 3;
 * ```
 */
export const leadSettings = (given: Readonly<Record<string, unknown>>, path: string): LeadSettings => {
  for (const [name, value] of Object.entries(given)) {
    if (!isKnown(name))
      return refuse(`${path}.${name}`, `not to be there: leading takes ${Object.keys(LEAD_RANGES).join(", ")}`, value);
    const { least, most } = LEAD_RANGES[name];
    if (!(typeof value === "number" && value >= least && value <= most)) {
      refuse(`${path}.${name}`, `as a number from ${String(least)} to ${String(most)}`, value);
    }
  }
  const settings = { ...LEAD_DEFAULTS, ...given };
  checkTogether(settings, path);
  return settings;
};

/** Settings out of a step's tempo; to attune is to lead by nothing. Paths are JSON pointers. @throws as {@link leadSettings} */
export const settingsOfTempo = (tempo: LeadTempo, path: string): LeadSettings => {
  if (tempo.source === "attune") return leadSettings({ ...tempo.settings, changePercent: 0 }, path);
  const { targetBpm, changePercent, settings } = tempo;
  const target = {
    ...(targetBpm !== undefined && { targetBpm }),
    ...(changePercent !== undefined && { changePercent }),
  };
  return leadSettings({ ...settings, ...target }, path);
};
