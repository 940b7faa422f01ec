import { Option } from "commander";
import { wholeNumber } from "../options.ts";

const HIGHEST_BAUD = 4_000_000;

export const baudOption = (): Option =>
  new Option("--baud <rate>", "for ports that have one")
    .argParser(wholeNumber("--baud", 1, HIGHEST_BAUD))
    .default(115_200);
