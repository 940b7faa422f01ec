// Variables of a band over an hour of playing and streaming, on a real interpreter whose time is stepped:
// `ESPRUINO_BIN=… node --conditions=@entrain/source --import tsx tests/soak/hour.ts [minutes] [board…]`.
import { BandGroup, FrameBand } from "@entrain/band";
import { type BoardId, boards } from "@entrain/boards";
import { STEADY, steadyPlan } from "@entrain/pacing";
import { sessionMicros } from "@entrain/protocol";
import { startStepped, type SteppedBand } from "../conformance/bands/stepped.ts";

const MINUTE_MICROS = 60e6;
const BPM = 100;
const CONNECTED_MICROS = 8e6;
const LEAD_MICROS = 2e6;
/** Within the session timer. */
const MINUTES_PER_PLAN = 20;
const MINUTES_PER_LOOK = 5;
/** A whole number of beats and of looks at the IMU have passed by then; it is said only where nothing is under way. */
const FIRST_LOOK_MINUTES = 2;

const usage = async (band: SteppedBand): Promise<number> => {
  const before = band.said.length;
  band.tell("memory");
  await band.wait(1_000);
  const [, used] = /#memory (\d+)/.exec(band.said.slice(before).join(" ")) ?? [];
  return Number(used);
};

const soak = async (program: string, board: BoardId, minutes: number): Promise<void> => {
  const stepped = await startStepped(program, board);
  const { scheduler } = stepped;
  const band = new FrameBand({ name: board, scheduler, openLink: () => Promise.resolve(stepped.link) });
  const group = new BandGroup([band]);
  let [samples, pulses, revision] = [0, 0, 0];
  band.on((event) => {
    if (event.kind === "samples") samples++;
    if (event.kind === "pulse") pulses++;
  });
  try {
    const connected = band.connect();
    await stepped.wait(CONNECTED_MICROS);
    await connected;
    for (let minute = 0; minute <= minutes; minute++) {
      if (minute % MINUTES_PER_PLAN === 0) {
        const from = sessionMicros(scheduler.nowMicros() + LEAD_MICROS);
        void group.play(steadyPlan({ bpm: BPM, pattern: STEADY, beatZeroMicros: from, revision: ++revision }), from);
      }
      if (minute === FIRST_LOOK_MINUTES || (minute > 0 && minute % MINUTES_PER_LOOK === 0))
        process.stdout.write(
          `${board}: minute ${String(minute)}: ${String(await usage(stepped))} variables in use, ${String(pulses)} pulses, ${String(samples)} bursts\n`,
        );
      await stepped.wait(MINUTE_MICROS);
    }
  } finally {
    await stepped.close();
  }
};

const [minutes = "60", ...names] = process.argv.slice(2);
for (const board of (names.length > 0 ? names : ["xiao-sense", "banglejs2"]) as BoardId[]) {
  if (!(board in boards)) throw new Error(`expected a board, one of ${Object.keys(boards).join(", ")}, found ${board}`);
  await soak(process.env["ESPRUINO_BIN"] ?? "", board, Number(minutes));
}
process.exit(0);
