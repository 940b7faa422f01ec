// `npm run bench:bridge`: thirty bands on one simulated bridge for ten minutes. Everything about radio is simulated.
import { AirSession } from "./air-session.ts";
import { feltSpread, offAfter, quantile } from "./figures.ts";
import { TwoWays } from "./two-ways.ts";

const MINUTES = Number(process.argv[2] ?? 10);
const BANDS = Number(process.argv[3] ?? 30);
const LOSS = 1 / 3;
const SEED = 1;
const PERIOD_MICROS = 600_000;
const STOPS = 10;

const say = (what: string, value: string): void => void process.stdout.write(`${what}: ${value} (simulated)\n`);
const millis = (micros: number): string => `${(micros / 1e3).toFixed(1)} ms`;

const session = new AirSession({ bands: BANDS, seed: SEED, loss: LOSS });
const [bands = []] = session.world.bands;
const { host } = session;
await session.begin(15);
say("joined after 15 s", `${String(host.bands.filter(({ state }) => state === "ready").length)} of ${String(BANDS)}`);

const ways = new TwoWays(bands, host.group, session.nowMicros);
const beatZero = session.play(host, 1);
const beats = Math.round((MINUTES * 60e6) / PERIOD_MICROS);
for (let beat = 0; beat < beats; beat++) {
  await session.pass(PERIOD_MICROS / 1e6);
  ways.follow(session.nowMicros - 200_000);
}
const { pairsMicros, widestMicros, felt } = feltSpread(bands, beatZero, PERIOD_MICROS, { from: 40, to: beats - 10 });
say("pulses felt", `${(100 * felt).toFixed(2)} %`);
say("felt apart, any two bands, p95", millis(quantile(pairsMicros, 0.95)));
say(
  `felt apart, first and last of ${String(BANDS)}, p50, p95`,
  [0.5, 0.95].map((q) => millis(quantile(widestMicros, q))).join(", "),
);
const to = session.nowMicros - 3e6;
for (let k = 1; k <= 3; k++) {
  const { bridged, direct } = ways.score(to - k * 30e6, to - (k - 1) * 30e6);
  say(
    `score of half a minute, bridged and direct`,
    `${String(bridged.score?.toFixed(3))} ${bridged.verdict}, ${String(direct.score?.toFixed(3))} ${direct.verdict}`,
  );
}

const late: number[] = [];
const confirmed: number[] = [];
for (let revision = 2; revision < 2 + STOPS; revision++) {
  const tStop = session.nowMicros;
  confirmed.push(...(await session.stop(host, 3)));
  late.push(...bands.map((band) => offAfter(band, tStop)));
  session.play(host, revision);
  await session.pass(10);
}
say(
  `stop to motor off, ${String(late.length)} times: p50, p99`,
  [0.5, 0.99].map((q) => millis(quantile(late, q))).join(", "),
);
say(
  `stop confirmed by ${String(confirmed.length)} of ${String(late.length)} within 3 s: p50, p99`,
  [0.5, 0.99].map((q) => millis(quantile(confirmed, q))).join(", "),
);
const { chances, heard, collided, lost } = session.world.medium.statistics;
const share = (count: number): string => `${((100 * count) / chances).toFixed(1)} %`;
say("of all chances to hear: heard, collided, lost", [heard, collided, lost].map(share).join(", "));
const seconds = 15 + MINUTES * 60 + STOPS * 13;
say(
  "bridge's interpreter busy",
  `${((100 * (session.world.bridges[0]?.busyMicros ?? 0)) / (seconds * 1e6)).toFixed(0)} %`,
);
say(
  "bands' interpreters busy, most",
  `${((100 * Math.max(...bands.map(({ busyMicros }) => busyMicros))) / (seconds * 1e6)).toFixed(0)} %`,
);
process.exit(0);
