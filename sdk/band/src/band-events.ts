import {
  type BandMessage,
  type ClockMap,
  type MessageOf,
  sampleCount,
  samplesOf,
  toSessionMicros,
  WearerAction,
} from "@entrain/protocol";
import type { BandEvent, BandInfo, WearerDid } from "./band.ts";

const ACTIONS = new Map<number, WearerDid>([
  [WearerAction.stop, "stop"],
  [WearerAction.resume, "resume"],
  [WearerAction.dim, "dim"],
  [WearerAction.tap, "tap"],
  [WearerAction.manner, "manner"],
  [WearerAction.ownRhythm, "ownRhythm"],
]);

const pulseOf = (message: MessageOf<"pulsePlayed">, map: ClockMap): BandEvent => ({
  kind: "pulse",
  onMicros: toSessionMicros(map, message.onMicros),
  plannedMicros: toSessionMicros(map, message.plannedMicros),
  durationMicros: message.durationMillis * 1_000,
  pulseIndex: message.pulseIndex,
  revision: message.revision,
  strength: message.strength,
});

const wearerOf = (
  { event, wearerCap, tMicros }: MessageOf<"wearerEvent">,
  map: ClockMap | undefined,
): BandEvent | undefined => {
  const action = ACTIONS.get(event);
  return action && { kind: "wearer", action, wearerCap, ...(map && { didMicros: toSessionMicros(map, tMicros) }) };
};

/** What a band's report means to a listener, in session time; undefined where it means nothing, or needs a clock not yet known. */
export const eventOf = (
  message: BandMessage,
  info: BandInfo,
  map: ClockMap | undefined,
  missed: number,
): BandEvent | undefined => {
  switch (message.kind) {
    case "imuBurst":
      return map && sampleCount(message) > 0
        ? { kind: "samples", ...samplesOf(message, info, map), missed }
        : undefined;
    case "pulsePlayed":
      return map && pulseOf(message, map);
    case "movementOnset":
      return (
        map && {
          kind: "onset",
          onsetMicros: toSessionMicros(map, message.tMicros),
          // What is beyond the 1 g of rest.
          strengthG: Math.max(0, Math.sqrt(message.forceSquaredG) - 1),
        }
      );
    case "wearerEvent":
      return wearerOf(message, map);
    case "health":
      return { kind: "health", health: message };
    case "error":
      return { kind: "error", code: message.code, detail: message.detail };
    default:
      return undefined;
  }
};
