import { expect, test } from "vitest";
import { sentView } from "../src/sent-view.ts";
import { memberOf, viewOf } from "./views.ts";

test.each([
  ["who refused that it is sent on", { kept: [1] }],
  ["who stopped their band", { rested: [1] }],
  ["who listens", { listening: [1] }],
  ["whom the facilitator keeps private", { privately: [1] }],
])("%s looks like someone resting, with nothing of their movement", (_who, opts) => {
  const { kept = [], rested = [], listening = [], privately = [] } = opts as Record<string, readonly number[]>;
  const members = [0, 1, 2].map((k) =>
    memberOf("not to be sent", listening.includes(k) ? { reasonCode: "listening", reason: "listening" } : {}),
  );
  const view = viewOf({ members, rested });
  const bands = view.bands.map((band) => (kept.includes(band.member) ? { ...band, keptPrivate: true as const } : band));
  const sent = sentView({ ...view, bands }, (member) => !privately.includes(member));
  expect(sent.members.map(({ state }) => state)).toEqual(["moving", "resting", "moving"]);
  expect(sent.members[1]).toEqual({ number: 2, state: "resting" });
});
