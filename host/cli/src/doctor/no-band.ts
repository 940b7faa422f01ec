import type { BandError, BandErrorKind } from "@entrain/band";
import { type Finding, wrong } from "./finding.ts";

/** What helps where no band could be met, by why. */
const REMEDIES: Readonly<Partial<Record<BandErrorKind, string>>> = {
  "port-not-found": "plug the band in with a cable that carries data, and switch it on",
  "port-in-use": "close the program that holds it: a Web IDE, a terminal, another entrain, ModemManager",
  "port-failed": "unplug it, wait a moment, plug it in again",
  "no-answer": "switch it on; where Espruino's prompt is there instead: entrain flash --board … --port …",
  "not-a-band": "is it the right port? An Espruino without Entrain: entrain flash --board … --port …",
  "protocol-version": "entrain flash --board … --port …: bands and host must be of one version",
};

export const noBand = ({ code, message }: BandError): Finding =>
  wrong(message, REMEDIES[code] ?? "switch the band off and on, and look again");
