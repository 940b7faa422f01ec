import type { BandInfo, GroupEvent } from "@entrain/band";
import type { SessionMicros } from "@entrain/protocol";
import type { Entry } from "@entrain/recording";

/** What an event of a band leaves in the file; samples are in the lines that they came in. */
export const entryOfEvent = (
  { member, event }: GroupEvent,
  tMicros: SessionMicros,
  info: BandInfo | undefined,
): Entry | undefined => {
  switch (event.kind) {
    case "samples":
      return undefined;
    case "pulse":
      return { ...event, tMicros, member };
    case "onset":
      return { ...event, tMicros, member };
    case "wearer":
      return { kind: "wearer", tMicros, member, action: event.action, wearerCap: event.wearerCap };
    case "health": {
      const { kind: _kind, ...health } = event.health;
      return { kind: "health", tMicros, member, health };
    }
    case "error":
      return { kind: "fault", tMicros, member, code: event.code, detail: event.detail };
    case "state":
      return { kind: "band", tMicros, member, state: event.state, ...(info !== undefined && { info }) };
    case "clock":
      return {
        kind: "clock",
        tMicros,
        member,
        ...event.exchange,
        ...(event.map !== undefined && { map: event.map }),
      };
  }
};
