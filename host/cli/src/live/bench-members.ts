import type { BenchMotorOpts, FirmataTransport } from "@entrain/band/node/firmata";
import { BandError } from "@entrain/band";
import { SerialPort } from "serialport";
import { CliError } from "../errors.ts";
import type { ServedMember } from "./serve-session.ts";

export const MOTORS = ["drv2605l-erm", "drv2605l-lra", "bare"] as const;

export interface BenchOptions {
  readonly motor: (typeof MOTORS)[number];
  readonly motorPin?: number;
  readonly benchOnly: boolean;
  readonly record?: string;
}

const motorOf = ({ motor, motorPin, benchOnly }: BenchOptions): BenchMotorOpts => {
  if (motor !== "bare") {
    const actuator = motor === "drv2605l-erm" ? "erm" : "lra";
    return { kind: "drv2605l", actuator, ...(motorPin !== undefined && { enablePin: motorPin }) };
  }
  if (motorPin === undefined) throw new CliError("usage", "expected --motor-pin with --motor bare, found none");
  return { kind: "pwm", pin: motorPin, benchOnly };
};

const openPort = (path: string, baudRate: number): Promise<FirmataTransport> =>
  new Promise((resolve, reject) => {
    const port = new SerialPort({ path, baudRate, autoOpen: false });
    port.open((error) => {
      if (error === null) resolve(port);
      else reject(new BandError("port-failed", `expected to open ${path}, found: ${error.message}`));
    });
  });

/** Arduinos as members of a session. johnny-five is loaded only where there are any. */
export const benchMembers = async (texts: readonly string[], opts: BenchOptions): Promise<readonly ServedMember[]> => {
  if (texts.length === 0) return [];
  if (opts.record !== undefined)
    throw new CliError(
      "usage",
      "expected bands that speak frames with --record, found --firmata: a bench band sends none",
    );
  const { BENCH_ONLY, FIRMATA_BAUD_RATE, FirmataBand } = await import("@entrain/band/node/firmata");
  const motor = motorOf(opts);
  return texts.map((text) => {
    const [, name = text, path = text] = /^([^=/\\]+)=(.*)$/.exec(text) ?? [];
    process.stdout.write(`${name}: ${BENCH_ONLY}.\n`);
    const openTransport = (): Promise<FirmataTransport> => openPort(path, FIRMATA_BAUD_RATE);
    return {
      name: `${name} (bench only)`,
      reach: { createBand: (scheduler) => new FirmataBand({ name, scheduler, openTransport, motor }) },
    };
  });
};
