import type { SessionCommand, SessionView } from "@entrain/session";

/** Whose words a text is: the facilitator's note, or a member's own word when they come or before they go. */
export interface Speaker {
  readonly key: string;
  readonly label: string;
  readonly command: (text: string) => SessionCommand;
}

/** Everybody whose words may be kept, in the order of the bands. */
export const speakersOf = ({ reading }: SessionView): readonly Speaker[] => [
  { key: "note", label: "My note", command: (text) => ({ kind: "note", text }) },
  ...(["check-in", "check-out"] as const).flatMap((at) =>
    reading.members.map(({ name }, member) => ({
      key: `${at} ${String(member)}`,
      label: `${name}, ${at === "check-in" ? "arriving" : "leaving"}`,
      command: (text: string): SessionCommand => ({ kind: "word", member, at, text }),
    })),
  ),
];

const clock = (seconds: number): string =>
  `${String(Math.floor(seconds / 60))}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** What the header says of a recording or a replay; undefined where there is neither. */
export const keptWords = (
  view: SessionView | undefined,
): { readonly text: string; readonly warns: boolean } | undefined => {
  const { recording, replay } = view ?? {};
  if (replay !== undefined) {
    const how = replay.state === "running" ? "replay" : `replay ${replay.state}`;
    const speed = replay.speed === 1 ? "" : `, ${Number.isFinite(replay.speed) ? String(replay.speed) : "many"} ×`;
    return { text: `${how}, ${clock(replay.atS)} of ${clock(replay.lengthS)}${speed}`, warns: false };
  }
  if (recording === undefined) return undefined;
  return recording.state === "on" ? { text: "recording", warns: false } : { text: "not recording", warns: true };
};
