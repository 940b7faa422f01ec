import type { ReplayView, SessionCommand, SessionView } from "@entrain/session";
import { figure, t } from "./t.ts";
import { clockText } from "./text.ts";

/** Whose words a text is: the facilitator's note, or a member's own word when they come or before they go. */
export interface Speaker {
  readonly key: string;
  readonly label: string;
  readonly command: (text: string) => SessionCommand;
}

/** Everybody whose words may be kept, in the order of the bands. */
export const speakersOf = ({ reading }: SessionView): readonly Speaker[] => [
  { key: "note", label: t("keep.myNote"), command: (text) => ({ kind: "note", text }) },
  ...(["check-in", "check-out"] as const).flatMap((at) =>
    reading.members.map(({ name }, member) => ({
      key: `${at} ${String(member)}`,
      label: t(at === "check-in" ? "keep.arriving" : "keep.leaving", { name }),
      command: (text: string): SessionCommand => ({ kind: "word", member, at, text }),
    })),
  ),
];

const REPLAYS = {
  running: "frame.replayRunning",
  paused: "frame.replayPaused",
  ended: "frame.replayEnded",
} as const;

const replayWords = ({ state, atS, lengthS, speed }: ReplayView): string => {
  const facts = { state: t(REPLAYS[state]), at: clockText(atS), length: clockText(lengthS) };
  if (speed === 1) return t("frame.replayAt", facts);
  if (!Number.isFinite(speed)) return t("frame.replayManySpeed", facts);
  return t("frame.replayAtSpeed", { ...facts, speed: figure(speed, 2) });
};

/** What the header says of a recording or a replay; undefined where there is neither. */
export const keptWords = (
  view: SessionView | undefined,
): { readonly text: string; readonly warns: boolean } | undefined => {
  const { recording, replay } = view ?? {};
  if (replay !== undefined) return { text: replayWords(replay), warns: false };
  if (recording === undefined) return undefined;
  const isOn = recording.state === "on";
  return { text: t(isOn ? "frame.recording" : "frame.notRecording"), warns: !isOn };
};
