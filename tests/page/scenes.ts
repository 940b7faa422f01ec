import type { ExerciseCard, SessionView } from "@entrain/session";
import type { Page } from "playwright-core";
import { StagedSession } from "./staged-session.ts";

export interface Scene {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly scheme?: "light" | "dark";
  readonly locale?: string;
  readonly path?: string;
  readonly full?: boolean;
  readonly session: () => StagedSession;
  readonly act?: (page: Page) => Promise<void>;
}

const card = (name: string, title: string, steps: ExerciseCard["steps"]): ExerciseCard => ({
  name,
  title,
  purpose: "",
  variants: [],
  suitability: [],
  seconds: steps.reduce((sum, { seconds = 0 }) => sum + seconds, 0),
  isOpen: steps.some(({ seconds }) => seconds === undefined),
  steps,
});

export const CARDS: readonly ExerciseCard[] = [
  card("sway", "Sway", [
    { title: "Arrive", say: "Stand, and feel the floor.", seconds: 40 },
    { title: "Side to side", say: "One pulse a side.", seconds: 120 },
    { title: "Slower", say: "Larger, and slower.", seconds: 90 },
    { title: "By yourselves", say: "Without the pulse." },
  ]),
  card("follow-then-lead", "Follow, then lead", [
    { title: "Follow", seconds: 60 },
    { title: "Lead", say: "Stay together; the pulse goes slower as long as you do.", seconds: 180 },
    { title: "Hold", seconds: 60 },
    { title: "Let go", seconds: 45 },
  ]),
  card("mirror-in-pairs", "Mirror in pairs", [
    { title: "The first leads", seconds: 90 },
    { title: "The second leads", seconds: 90 },
  ]),
  card("choral-rhythm", "Choral rhythm", [{ title: "Speak together", seconds: 60 }]),
  card("one-minute-breath", "One-minute breath", [{ title: "Breathe", seconds: 60 }]),
];

/** In the second step of an exercise, 48 s before its end. */
const inExercise =
  (name: string, more: (view: SessionView) => Partial<SessionView> = () => ({})) =>
  (view: SessionView): Partial<SessionView> => {
    const found = CARDS.find((each) => each.name === name);
    const step = Math.min(1, (found?.steps.length ?? 1) - 1);
    const [now, next] = [found?.steps[step], found?.steps[step + 1]];
    return {
      exercise: {
        name,
        title: found?.title ?? name,
        state: view.playing ? "running" : "stopped",
        step,
        steps: found?.steps.length ?? 1,
        now: { title: now?.title ?? "", ...(now?.say !== undefined && { say: now.say }) },
        ...(next !== undefined && { next: { title: next.title } }),
        endsMicros: (view.tMicros + 48e6) as never,
        score: "with-the-pulse",
        roles: view.reading.members.map(() => "pattern" as const),
      },
      ...more(view),
    };
  };

const LEAD = {
  phase: "lead",
  reason: "stays-with-pulse",
  words: "",
  bpm: 70,
  targetBpm: 60,
  strengthShare: 1,
  moving: 4,
  withPulse: 4,
  groupBpm: 71,
  readAtMicros: 0,
} as const;

const LINE = "The wind was a torrent of darkness among the gusty trees";

const spoken = (view: SessionView): Partial<SessionView> => {
  const { exercise } = inExercise("choral-rhythm")(view);
  const period = 900_000;
  const bar = Math.floor(view.tMicros / (period * 8)) * period * 8;
  const at = [4, 15, 26, 35, 47, 52];
  const beats = at.map((place, k) => ({ at: place, tMicros: (bar + (k + 1) * period) as never }));
  return {
    ...(exercise !== undefined && {
      exercise: {
        ...exercise,
        score: "none",
        line: { text: LINE, beats, next: "The moon was a ghostly galleon tossed upon cloudy seas" },
      },
    }),
    reading: { ...view.reading, group: { verdict: "withheld", reasonCode: "too-few-moving" } },
  };
};

const mirrored = (view: SessionView): Partial<SessionView> => {
  const base = inExercise("mirror-in-pairs")(view);
  return {
    ...base,
    ...(base.exercise !== undefined && {
      exercise: { ...base.exercise, roles: view.reading.members.map(() => "mirror" as const) },
    }),
    ...(view.mirror !== undefined && {
      mirror: {
        ...view.mirror,
        routes: [
          { leader: 0, follower: 1, played: 12, leftOut: 1, withheld: 0, medianDelayMicros: 52_000 },
          { leader: 2, follower: 3, played: 9, leftOut: 0, withheld: 0, medianDelayMicros: 71_000 },
        ],
        missing: [{ member: 4, use: "felt-by-others" as const }],
      },
    }),
  };
};

const stage = (members: number, changes?: (view: SessionView) => Partial<SessionView>) => () =>
  new StagedSession({ members, exercises: CARDS, ...(changes !== undefined && { changes }) });

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 375, height: 812 };
const WALL = { width: 1920, height: 1080 };

const press =
  (name: string | RegExp, role: "switch" | "button" = "switch") =>
  async (page: Page): Promise<void> => {
    await page.getByRole(role, { name }).first().click();
  };

/** What the page is looked at, judged and shown by. */
export const SCENES: readonly Scene[] = [
  { name: "run", size: DESK, session: stage(6, inExercise("sway")) },
  { name: "run-dark", size: DESK, scheme: "dark", session: stage(6, inExercise("sway")) },
  { name: "run-phone", size: PHONE, session: stage(6, inExercise("sway")), full: true },
  { name: "run-large", size: WALL, session: stage(6, inExercise("sway")), act: press("Large") },
  { name: "class", size: DESK, session: stage(30, inExercise("sway")) },
  { name: "class-phone-dark", size: PHONE, scheme: "dark", full: true, session: stage(30) },
  { name: "couple", size: DESK, session: stage(2, inExercise("sway")) },
  {
    name: "lead",
    size: DESK,
    session: stage(
      6,
      inExercise("follow-then-lead", () => ({ lead: LEAD })),
    ),
  },
  { name: "mirror", size: DESK, session: stage(6, mirrored) },
  { name: "choral", size: DESK, session: stage(6, spoken) },
  { name: "person", size: DESK, full: true, session: stage(6, inExercise("sway")), act: press(/Chen/, "button") },
  { name: "person-phone", size: PHONE, session: stage(6), act: press(/Chen/, "button"), full: true },
  { name: "no-scores", size: DESK, session: stage(6, inExercise("sway")), act: press("Scores") },
  { name: "projector", size: WALL, path: "?projector", session: stage(6, inExercise("sway")) },
  { name: "projector-choral", size: WALL, scheme: "dark", path: "?projector", session: stage(12, spoken) },
  { name: "pictures", size: DESK, session: stage(6), act: press("Pictures"), full: true },
  { name: "pictures-class-dark", size: DESK, scheme: "dark", session: stage(30), act: press("Pictures"), full: true },
  {
    name: "german",
    size: DESK,
    locale: "de",
    session: stage(
      6,
      inExercise("follow-then-lead", () => ({ lead: LEAD })),
    ),
  },
  {
    name: "stopping",
    size: DESK,
    session: stage(6, (view) => ({
      ...inExercise("sway")({ ...view, playing: false }),
      stop: { state: "waiting", unconfirmed: ["Ben", "Emil"] },
      playing: false,
    })),
  },
];
