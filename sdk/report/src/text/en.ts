import type { Doing } from "../model/people.ts";
import type { MomentKind } from "../model/moments.ts";
import type { Verdict } from "@entrain/synchrony";

const plural = (count: number, one: string, more: string): string => `${String(count)} ${count === 1 ? one : more}`;
const minutes = (seconds: number): string =>
  seconds < 90
    ? plural(Math.round(seconds), "second", "seconds")
    : plural(Math.round(seconds / 60), "minute", "minutes");
const percent = (share: number): string => `${String(Math.round(100 * share))} %`;

/** Every English text of the report. It speaks of movement, and of nothing else. */
export const EN = {
  language: "en",
  title: (title: string): string => `${title}: looking back`,
  kicker: "Looking back on a session",
  people: (count: number): string => plural(count, "person", "people"),
  length: minutes,
  simulated: "The people in this session are simulated. Nobody moved.",
  damaged: (count: number): string =>
    `Part of the recording could not be read (${plural(count, "place", "places")}); what is shown is what was whole.`,

  impression: {
    heading: "First, an impression",
    given: "Written by the facilitator before any figure was shown.",
    absent:
      "No impression was written down. What a room felt like is easily talked over by a picture of it: before you open the figures, take a minute and write down what stayed with you.",
    lines: "What stayed with me",
    folded: "Figures, folded away because no impression was given. Open them when yours is written down.",
  },

  done: {
    heading: "What was done",
    movers: "Below the boxes: how many were moving, out of everybody who wore a band.",
  },
  block: {
    free: "Without a pulse",
    pulse: "With a pulse",
    tempo: (bpm: number): string => `${String(bpm)} beats a minute`,
    /** @param tempi - one after the other; undefined: no pulse */
    sentence: (
      exercise: string | undefined,
      theme: string | undefined,
      tempi: readonly (number | undefined)[],
    ): string => {
      const pulses = tempi.map((bpm) => (bpm === undefined ? "none" : String(bpm)));
      const paced = tempi.some((bpm) => bpm !== undefined);
      const pulse = paced ? `pulse on the wrist ${pulses.join(", then ")} (beats a minute)` : "no pulse on the wrist";
      return `${exercise ?? "No exercise named"}${theme === undefined ? "" : ` (${theme})`}: ${pulse}.`;
    },
  },
  marks: "Marked during the session",
  unnamedMark: "a moment, without a word",

  words: {
    heading: "In their own words",
    checkIn: "On coming",
    checkOut: "On going",
    notes: "The facilitator's notes",
  },

  doing: {
    moving: "moving",
    finding: "finding a rhythm",
    resting: "resting",
    "no-signal": "no signal",
  } satisfies Record<Doing, string>,

  together: {
    heading: "Together",
    pairHeading: "Between the two of you",
    nothing: "There was no stretch in which there was enough shared movement to look at.",
    tooFew: "Whether movement is shared can only be asked of two people or more.",
    sentence: (judged: number, together: number, windowS: number): string =>
      together === 0
        ? `Of ${plural(judged, `stretch of ${String(windowS)} seconds`, `stretches of ${String(windowS)} seconds`)} with enough movement to look at, none could be told from what chance gives. That is a common result, and no sign that something was missing.`
        : `In ${String(together)} of ${plural(judged, `stretch of ${String(windowS)} seconds`, `stretches of ${String(windowS)} seconds`)} with enough movement to look at, the movement was shared more than chance would have it.`,
    legend:
      "Each bar is one stretch of time: how alike the movements were, from 0 to 1. The dark mark is what unrelated people reach by chance in the middle of many tries; single tries scatter around it, so a bar has to stand well above it to be filled. Filled: shared more than chance would have it, by all or by some. Outlined: chance could give it as well. A dot: nothing to look at.",
    table: "The same as a table",
    columns: ["from", "to", "finding", "how alike", "by chance", "p"],
  },
  window: { together: "shared more than chance would have it", open: "chance could give this as well" },
  verdict: {
    "in-sync": "shared",
    "not-in-sync": "own rhythms",
    undecided: "cannot be told",
    withheld: "nothing to look at",
  } satisfies Record<Verdict, string>,

  moments: {
    heading: "Moments worth looking at",
    none: "No moment stood out from chance. There may have been some all the same: the people who were there know.",
    rate: (tests: number, found: number, rate: number): string =>
      `Found automatically: ${plural(tests, "look", "looks")} at the movement, ${String(found)} of which stood out. The list is made so that on average at most ${percent(rate)} of what stood out is chance (false discovery rate, Benjamini and Hochberg 1995). Stretches of rest and of own rhythms are described, not tested.`,
    kind: {
      "came-together": "Came together",
      "own-rhythm": "Own rhythms",
      "together-again": "Together again",
      led: "Ahead of the others",
      rested: "Rested",
    } satisfies Record<MomentKind, string>,
    ask: {
      "came-together": "What was in the room when this began?",
      "own-rhythm": "What did each follow here?",
      "together-again": "How was it to meet again?",
      led: "Did it feel like leading?",
      rested: "What was this rest for?",
    } satisfies Record<MomentKind, string>,
    during: (what: string): string => `during: ${what}`,
  },

  prompts: {
    heading: "To talk about",
    always: [
      "Which moment stayed with you, and does it show here at all?",
      "Was there a moment in which you noticed somebody else's movement in your own?",
      "What was it like to have a rhythm of your own beside the others?",
      "What would you like to come back to?",
    ],
    resting: "What did resting give you, or the others?",
    again: "You came together, went apart and met again: what helped?",
  },

  reading: {
    heading: "How to read this, and what it cannot say",
    points: [
      "A wristband feels how one arm moves, and nothing else. Movement of the legs, the voice, a look, stillness that is full of attention: none of it is in here.",
      "Moving together is described, not valued. Resting and having one's own rhythm are ways of taking part.",
      "People who merely move at the same tempo look alike for a while. That is why each bar has the mark that chance reaches in the middle of many tries, and why short stretches often cannot be told.",
      "'Cannot be told' does not mean 'not together'.",
      "When everybody follows the same pulse, they move alike without needing one another. This report does not tell the two apart.",
      "How a band sits on an arm, and a different way of moving, shift what is measured by fractions of a second.",
      "It says nothing about anybody's health, feelings, skill or effort, nor whether a session did anybody good.",
    ],
    noScores: "This version was made without scores: what was done, who moved when, and what was said.",
  },

  figures: {
    timeline: "The session over time",
    timelineSays: (blocks: number, durationS: number): string =>
      `${plural(blocks, "part", "parts")} over ${minutes(durationS)}, and how many people were moving at each time.`,
    together: "How alike the movements were",
    togetherSays: (windows: number, together: number, windowS: number): string =>
      `${plural(windows, "stretch", "stretches")} of ${String(windowS)} seconds, ${String(together)} of them shared more than chance would have it; the numbers stand in the table below.`,
    person: (name: string): string => `${name} over time`,
    personSays: "When this person moved and rested, and the tempo of their movement beside that of the pulse.",
  },

  person: {
    kicker: "A page of one's own",
    did: (movingS: number, restingS: number): string =>
      movingS === 0
        ? "Resting for the whole session."
        : restingS < 1
          ? `Moving for about ${minutes(movingS)}.`
          : `Moving for about ${minutes(movingS)}, resting for about ${minutes(restingS)}.`,
    pulse: (withS: number, knownS: number): string =>
      `With the pulse for about ${minutes(withS)} of the ${minutes(knownS)} in which it can be told.`,
    tempo: (low: number, high: number): string =>
      low === high
        ? `Your own tempo was about ${String(low)} movements a minute.`
        : `Your own tempo went from about ${String(low)} to ${String(high)} movements a minute.`,
    legend: "Line: your own tempo, in movements a minute. Dashed: the pulse. Bar: moving, finding a rhythm, resting.",
    memory: "What I remember",
  },

  made: (software: string, engine: string): string =>
    `Made by Entrain ${software} (${engine}). Everything in this file is in this file: it loads nothing and sends nothing.`,
} as const;
