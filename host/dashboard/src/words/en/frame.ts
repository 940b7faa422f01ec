/** Around everything: what this is, whether it is connected, what it is kept in. */
export const frame = {
  "frame.language": "Language",
  "frame.waiting": "Waiting for the first reading …",
  "frame.nobody": "Nobody has joined yet.",
  "frame.simulated": "simulated",
  "frame.live": "live",
  "frame.connected": "connected",
  "frame.connecting": "connecting",
  "frame.noConnection": "no connection",
  "frame.goneTitle": "No connection to the host program.",
  "frame.gone":
    "The picture below stands still. Bands keep time by themselves and come to rest soon; each stops at a press of its own button. Trying again …",
  "frame.unreachable": "no connection to the host program",
  "frame.refused": "the host program refused",
  "frame.recording": "recording",
  "frame.notRecording": "not recording",
  "frame.replayRunning": "replay",
  "frame.replayPaused": "replay paused",
  "frame.replayEnded": "replay ended",
  "frame.replayAt": "{state}, {at} of {length}",
  "frame.replayAtSpeed": "{state}, {at} of {length}, {speed} ×",
  "frame.replayManySpeed": "{state}, {at} of {length}, as fast as it goes",
} as const;
