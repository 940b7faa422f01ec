import { CONSENT_USES, type EntryKind, WRIST_SOURCES } from "./entries.ts";
import {
  bandMicros,
  flag,
  list,
  member,
  number,
  object,
  oneOf,
  type Schema,
  sessionMicros,
  text,
  whole,
} from "./schema-parts.ts";

export interface ChannelInfo {
  readonly kind: EntryKind;
  readonly topic: string;
  readonly description: string;
  /** `json`, or the encoding that `schema.description` explains. */
  readonly encoding: "json" | "x-entrain-frame";
  readonly schema: Schema;
}

const STRENGTH = whole("0 to 255 of what the board allows");
const MAP = object({
  sessionRef: sessionMicros("reference"),
  bandRef: bandMicros("reference"),
  bandPerSession: number("microseconds of the band in one of the session"),
  errorMicros: number("bound of the error"),
});

const FRAME_ENCODING =
  "Little-endian. Bytes 0-7: float64, session time in microseconds at which the end of the line was received. Bytes 8-9: uint16, member. " +
  "The rest: the line as it came over the link, without its newline; base64 of a frame of the Entrain protocol, or whatever else came.";

const json = (
  kind: EntryKind,
  description: string,
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): ChannelInfo => ({
  kind,
  topic: `/${kind}`,
  description,
  encoding: "json",
  schema: {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `entrain.${kind}`,
    description,
    ...object({ tMicros: sessionMicros("when this was appended"), ...properties }, optional),
  },
});

/** The channels of a session file, each with a schema that a stranger can read. */
export const CHANNELS: readonly ChannelInfo[] = [
  json(
    "config",
    "What was recorded, with which settings and versions; the first message of a file",
    {
      formatVersion: { const: 1 },
      sessionId: text(),
      title: text(),
      startedAt: text("wall clock at tMicros, ISO 8601, UTC"),
      simulated: flag(),
      software: object({ entrain: text(), engine: text("of the scores"), runtime: text() }),
      members: list(object({ pseudonym: text(), placement: oneOf("wrist", "ankle", "waist", "hand") })),
      scoring: object({
        seed: whole("of the chance floors"),
        windowS: number("seconds"),
        tStartMicros: sessionMicros("origin of the grid"),
      }),
      theme: text(),
      exercise: text(),
      omitted: list(text(), "kinds of messages left out on purpose"),
      layerOf: object({ sessionId: text(), file: text() }),
      continues: object({ sessionId: text(), file: text() }),
    },
    ["theme", "exercise", "omitted", "layerOf", "continues"],
  ),
  {
    kind: "frame",
    topic: "/frame",
    description: "Lines from bands, as received",
    encoding: "x-entrain-frame",
    schema: { title: "entrain.frame", description: FRAME_ENCODING },
  },
  json(
    "clock",
    "Clock exchanges (RFC 5905, section 8) and the map that held from then on",
    {
      member,
      hostSentMicros: sessionMicros("request sent"),
      bandReceivedMicros: bandMicros("request received"),
      bandSentMicros: bandMicros("reply sent"),
      hostReceivedMicros: sessionMicros("reply received"),
      map: MAP,
    },
    ["map"],
  ),
  json(
    "band",
    "What a band is and whether it can be heard, at every change",
    {
      member,
      state: oneOf("connecting", "measuring", "ready", "no-signal", "closed"),
      info: { type: "object", description: "the band's hello: board, firmware and interpreter versions, scales" },
    },
    ["info"],
  ),
  json(
    "plan",
    "The beat of all: plans sent to every band, but for memberPlan",
    {
      fromMicros: sessionMicros("from when it holds"),
      beatsBefore: number("beats of the plans before"),
      bpm: number("beats a minute at its beginning"),
      scored: { const: false, description: "movement is not compared with this beat" },
      plan: { type: "object", description: "fields of the protocol's plan" },
    },
    ["scored"],
  ),
  json("stop", "The facilitator stopped every band", {}),
  json("pulse", "Pulses as motors played them", {
    member,
    onMicros: sessionMicros("motor on"),
    plannedMicros: sessionMicros("motor on, as planned"),
    durationMicros: number("microseconds"),
    pulseIndex: whole(),
    revision: whole("of the plan"),
    strength: STRENGTH,
  }),
  json("wearer", "What wearers did at their bands", {
    member,
    action: oneOf("stop", "resume", "dim", "tap", "manner", "ownRhythm"),
    wearerCap: STRENGTH,
  }),
  json("health", "What bands say of their own state", { member, health: { type: "object" } }),
  json("fault", "Errors that bands reported", { member, code: whole(), detail: whole() }),
  json("tick", "Publications of readings", {
    readAtMicros: sessionMicros("scored up to here"),
    digest: whole("CRC-32 of the reading as JSON in UTF-8"),
  }),
  json("reading", "The whole reading of the tick before, once a second", { reading: { type: "object" } }),
  json("note", "Texts of the facilitator", { about: oneOf("note", "impression"), text: text() }),
  json("marker", "Moments to find again", { label: text() }, ["label"]),
  json("word", "A member's own word, never scored", { member, at: oneOf("check-in", "check-out"), text: text() }),
  json("consent", "Whether a member agrees to a use; the last one counts", {
    member,
    use: oneOf(...CONSENT_USES),
    given: flag(),
  }),
  json("activity", "What the group does from now on", { exercise: text(), theme: text() }, ["theme"]),
  json("presence", "A member joined or left the scoring", { member, present: flag() }),
  json("memberPlan", "Plans of some members in place of the beat of all", {
    members: list(member),
    fromMicros: sessionMicros("from when it holds"),
    plan: { type: "object", description: "fields of the protocol's plan" },
  }),
  json("step", "Where the group is in an exercise, whenever that changes", {
    exercise: {
      type: "object",
      description:
        "name, title, state, step (from 0) of steps, now, next, endsMicros, line (where a text is spoken), trial (of an experiment: block, trial, condition, perturbation, seed), score, roles by member",
    },
  }),
  json("onset", "Movement onsets that bands told of", {
    member,
    onsetMicros: sessionMicros("noticed on the band"),
    strengthG: number("g, roughly"),
  }),
  json(
    "mirrored",
    "What became of a movement onset on its way to a wrist",
    {
      leader: member,
      follower: member,
      onsetMicros: sessionMicros("noticed on the leader's band"),
      outcome: oneOf("played", "thinned", "late", "withheld", "unheard"),
      delayMicros: number("microseconds from the onset to the motor's command"),
    },
    ["delayMicros"],
  ),
  json("mirror", "Whose movement reaches whose wrist from now on", {
    routes: list(object({ leader: member, follower: member })),
  }),
  json("wrist", "What somebody chose to have on their wrist", {
    member,
    source: oneOf(...WRIST_SOURCES),
    by: oneOf("host", "band"),
  }),
  json("lead", "Decisions about the group's tempo, made from readings; what came of them stands in the plans", {
    lead: {
      type: "object",
      description:
        "phase, reason, words, bpm from the next bar on, targetBpm, strengthShare, moving, withPulse, readAtMicros",
    },
  }),
  json("settings", "What a member wants of any exercise, whenever that changes", {
    member,
    settings: { type: "object", description: "strengthPercent, simplify, ratio, phaseBeats, pulses, scored" },
  }),
];
