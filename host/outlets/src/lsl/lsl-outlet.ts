import type { SessionView } from "@entrain/session";
import type { MaySend, Outlet } from "../outlet.ts";
import { sentView } from "../sent-view.ts";
import { GROUP_CHANNELS, groupValues, type LslChannel, memberChannels, memberValues } from "./channels.ts";
import { type Handle, loadLsl, type LslLibrary } from "./library.ts";
import { newMarkers } from "./markers.ts";

/** cft_float32 and cft_string of lsl/common.h. */
const FLOAT32 = 1;
const STRING = 3;
const IRREGULAR_HZ = 0;
const PUBLISHED_HZ = 25;

interface Stream {
  readonly outlet: Handle;
  readonly info: Handle;
}

interface StreamOpts {
  readonly name: string;
  readonly type: string;
  readonly rateHz: number;
  readonly format: number;
  readonly channels: readonly LslChannel[];
  readonly facts: Readonly<Record<string, string>>;
}

const openStream = (lsl: LslLibrary, { name, type, rateHz, format, channels, facts }: StreamOpts): Stream => {
  // No source id: a stream that comes back is a new one, and nobody is followed from session to session.
  const info = lsl.createStreamInfo(name, type, channels.length, rateHz, format, "");
  const description = lsl.description(info);
  for (const [key, value] of Object.entries({ manufacturer: "Entrain", ...facts }))
    lsl.appendValue(description, key, value);
  const list = lsl.appendChild(description, "channels");
  for (const { label, unit } of channels) {
    const channel = lsl.appendChild(list, "channel");
    lsl.appendValue(channel, "label", label);
    lsl.appendValue(channel, "unit", unit);
  }
  return { outlet: lsl.createOutlet(info), info };
};

export interface LslOpts {
  /** Path of the library; undefined tries what the system knows. */
  readonly path: string | undefined;
  /** A view of the session, for its number of members and what describes its readings. */
  readonly view: SessionView;
  readonly maySend?: MaySend;
}

/**
 * Publishes a session as three streams of the Lab Streaming Layer: `Entrain group`, `Entrain members` and
 * `Entrain markers`. Each sample bears the time of the movement that it speaks of, on the layer's own clock.
 *
 * @throws OutletError `no-library`
 */
export const openLslOutlet = ({ path, view, maySend = () => true }: LslOpts): Outlet => {
  const lsl = loadLsl(path);
  const { reading } = view;
  const facts = {
    estimator: reading.estimator,
    window_s: String(reading.windowS),
    phase_delay_s: String(reading.delayMicros / 1e6),
    simulated: String(view.simulated),
  };
  const common = { rateHz: PUBLISHED_HZ, format: FLOAT32, type: "Synchrony", facts };
  const group = openStream(lsl, { ...common, name: "Entrain group", channels: GROUP_CHANNELS });
  const members = openStream(lsl, {
    ...common,
    name: "Entrain members",
    type: "Movement",
    channels: memberChannels(reading.members.length),
  });
  const markers = openStream(lsl, {
    name: "Entrain markers",
    type: "Markers",
    rateHz: IRREGULAR_HZ,
    format: STRING,
    channels: [{ label: "marker", unit: "" }],
    facts: {},
  });
  const streams = [group, members, markers];
  let before: ReturnType<typeof sentView> | undefined;
  let open = true;
  return {
    description: `Lab Streaming Layer (liblsl ${String(lsl.version / 100)}), 3 streams`,
    send: (published) => {
      if (!open) return;
      const sent = sentView(published, maySend);
      const nowS = lsl.localClock();
      const aboutS = nowS - sent.ageS;
      lsl.pushFloats(group.outlet, groupValues(sent), aboutS);
      lsl.pushFloats(members.outlet, memberValues(sent), aboutS);
      for (const text of newMarkers(before, sent)) lsl.pushTexts(markers.outlet, [text], nowS);
      before = sent;
    },
    failures: () => 0,
    close: () => {
      open = false;
      for (const { outlet, info } of streams) {
        lsl.destroyOutlet(outlet);
        lsl.destroyInfo(info);
      }
      return Promise.resolve();
    },
  };
};
