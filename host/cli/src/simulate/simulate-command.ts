import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { castOf, createWorld, runInRealTime } from "@entrain/simulator";
import { VirtualClock } from "@entrain/time/testing";
import { Command } from "commander";
import { networkPort, tempo, wholeNumber } from "../options.ts";
import { systemScheduler } from "../system-scheduler.ts";
import { untilSignal } from "../until-signal.ts";
import { hasSocat, offerAsPty, type PtyOffer } from "./pty-offer.ts";
import { offerOverTcp, type TcpOffer } from "./tcp-offer.ts";

interface SimulateOptions {
  readonly bands: number;
  readonly bpm: number;
  readonly seed: number;
  readonly tcp: number;
  readonly pty: boolean;
  readonly json: boolean;
}

const MOST_BANDS = 100;

const simulate = async ({ bands: count, bpm, seed, tcp, pty, json }: SimulateOptions): Promise<void> => {
  const clock = new VirtualClock();
  const world = createWorld({ scheduler: clock, seed, cast: castOf(count), bpm });
  const leaving = untilSignal();
  const tcpOffers: TcpOffer[] = [];
  const ptyOffers: PtyOffer[] = [];
  const dir = mkdtempSync(join(tmpdir(), "entrain-"));
  const withPty = pty && hasSocat();
  const stopWorld = runInRealTime(clock, systemScheduler());
  try {
    for (const [index, band] of world.bands.entries()) {
      const offer = await offerOverTcp(band, tcp === 0 ? 0 : tcp + index);
      tcpOffers.push(offer);
      if (withPty) ptyOffers.push(offerAsPty(dir, band.name, offer.port));
      const path = ptyOffers[index]?.path;
      const line = {
        name: band.name,
        board: band.board,
        tcp: `tcp:127.0.0.1:${String(offer.port)}`,
        ...(path && { path }),
      };
      process.stdout.write(json ? `${JSON.stringify(line)}\n` : `${Object.values(line).join("  ")}\n`);
    }
    if (pty && !withPty && !json) process.stdout.write("No pseudo-terminals: socat is not installed.\n");
    await leaving;
  } finally {
    for (const offer of [...ptyOffers, ...tcpOffers]) offer.close();
    stopWorld();
    rmSync(dir, { recursive: true, force: true });
  }
};

/** `entrain simulate`: simulated bands for other programs. */
export const createSimulateCommand = (): Command =>
  new Command("simulate")
    .description("offer simulated bands to other programs over TCP, and as pseudo-terminals where socat is installed")
    .option("--bands <count>", "how many", wholeNumber("--bands", 1, MOST_BANDS), 6)
    .option("--bpm <tempo>", "what the virtual people expect", tempo, 90)
    .option("--seed <number>", "the same seed gives the same people", wholeNumber("--seed", 0, 2 ** 32 - 1), 1)
    .option("--tcp <port>", "of the first band, the others follow; 0 takes free ones", networkPort("--tcp"), 0)
    .option("--no-pty", "no pseudo-terminals")
    .option("--json", "a line of JSON a band, for programs", false)
    .action(simulate);
