/** STOP, and what became of it. */
export const stop = {
  "stop.button": "STOP",
  "stop.keys": "space or Esc",
  "stop.waiting": "stopping …",
  "stop.waitingFor": "stopping … waiting for: {names}",
  "stop.undelivered":
    "stop not delivered: no connection to the host program. Each band stops at a press of its own button.",
  "stop.confirmed": "all bands confirmed: stopped",
  "start.button": "Start",
  "start.playing": "Playing",
} as const;
