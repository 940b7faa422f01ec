import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { Command } from "commander";
import { listPorts } from "../live/list-ports.ts";
import { baudOption } from "../live/baud-option.ts";
import { parsePortTarget } from "../live/port-target.ts";
import { systemScheduler } from "../system-scheduler.ts";
import { ownVersion } from "../version.ts";
import type { ComputerProbes } from "./computer.ts";
import { consult, type Patient } from "./doctor.ts";
import { lineOf } from "./finding.ts";

const PROBES: ComputerProbes = {
  nodeVersion: process.version,
  platform: process.platform,
  listPorts,
  accessOf: (path) =>
    access(path, constants.R_OK | constants.W_OK).then(
      () => "free" as const,
      (error: unknown) => {
        const { code } = error as NodeJS.ErrnoException;
        return code === "EACCES" || code === "EPERM" ? "not-allowed" : "absent";
      },
    ),
};

const patientOf =
  (baud: number) =>
  (text: string): Patient => {
    const path = text.replace(/^[^=/\\]+=/, "");
    const isFile = process.platform !== "win32" && path.startsWith("/");
    return { ...parsePortTarget(text, baud), path: isFile ? path : undefined };
  };

const doctor = async ({ port, baud }: { readonly port?: readonly string[]; readonly baud: number }): Promise<void> => {
  const isWell = await consult({
    probes: PROBES,
    scheduler: systemScheduler(),
    firmwareVersion: await ownVersion(),
    patients: port?.map(patientOf(baud)),
    patientOf: patientOf(baud),
    tell: (finding) => void process.stdout.write(`${lineOf(finding)}\n`),
  });
  if (!isWell) process.exitCode = 1;
};

/** `entrain doctor`: what is wrong, and what helps. */
export const createDoctorCommand = (): Command =>
  new Command("doctor")
    .description("find what is wrong with ports, versions, battery, motor, motion sensor and clock, and say what helps")
    .option("--port <path...>", "bands to look at, as for run; else whatever is plugged in")
    .addOption(baudOption())
    .addHelpText("after", "\nEach band plays one soft pulse. Exit code 1 if anything is wrong.")
    .action(doctor);
