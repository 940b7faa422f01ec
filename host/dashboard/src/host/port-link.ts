import type { SessionPort } from "@entrain/session";
import type { HostLink } from "../api.ts";

/** A session in the same program, as in the web build. */
export const portLink = (session: SessionPort): HostLink => ({
  watch: ({ onView, onConnection }) => {
    onConnection("live");
    onView(session.view());
    return session.subscribe(onView);
  },
  exercises: () => Promise.resolve(session.exercises()),
  groups: () => session.groups?.() ?? Promise.resolve([]),
  dyads: () => Promise.resolve(session.dyads?.()),
  send: async (command) => {
    await session.command(command);
    return { tMicros: session.view().tMicros };
  },
});
