import { BandError, type OpenLink } from "@entrain/band";
import type { Scheduler } from "@entrain/time";
import { bandFindings } from "./band-findings.ts";
import { checkAccess, checkNode, checkPorts, type ComputerProbes } from "./computer.ts";
import { examineBand } from "./examine-band.ts";
import type { Finding } from "./finding.ts";
import { noBand } from "./no-band.ts";

export interface Patient {
  readonly name: string;
  readonly openLink: OpenLink;
  /** Its path, where it is a serial port of this computer. */
  readonly path: string | undefined;
}

export interface DoctorOpts {
  readonly probes: ComputerProbes;
  readonly scheduler: Scheduler;
  /** The firmware that this host brings. */
  readonly firmwareVersion: string;
  /** Undefined: whatever is plugged in. */
  readonly patients: readonly Patient[] | undefined;
  readonly patientOf: (path: string) => Patient;
  readonly tell: (finding: Finding) => void;
}

const examine = async (patient: Patient, opts: DoctorOpts): Promise<readonly Finding[]> => {
  if (patient.path !== undefined) {
    const access = await checkAccess(patient.path, opts.probes);
    if (access.level !== "ok") return [access];
  }
  try {
    return bandFindings(await examineBand(patient.name, patient.openLink, opts.scheduler), opts.firmwareVersion);
  } catch (error) {
    if (error instanceof BandError) return [noBand(error)];
    throw error;
  }
};

/** Looks at the computer, then at each band. @returns whether anything is wrong */
export const consult = async (opts: DoctorOpts): Promise<boolean> => {
  let isWell = true;
  const tell = (finding: Finding): void => {
    isWell &&= finding.level !== "wrong";
    opts.tell(finding);
  };
  tell(checkNode(opts.probes));
  const ports = await opts.probes.listPorts();
  if (opts.patients === undefined) tell(checkPorts(ports));
  const patients = opts.patients ?? ports.map(({ path }) => opts.patientOf(path));
  for (const patient of patients) {
    for (const finding of await examine(patient, opts))
      tell({
        ...finding,
        what: finding.what.includes(patient.name) ? finding.what : `${patient.name}: ${finding.what}`,
      });
  }
  return isWell;
};
