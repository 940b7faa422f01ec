import { Command } from "commander";
import { listPorts } from "./list-ports.ts";

const bands = async ({ json }: { readonly json: boolean }): Promise<void> => {
  const ports = await listPorts();
  if (json) {
    process.stdout.write(`${JSON.stringify(ports)}\n`);
    return;
  }
  if (ports.length === 0)
    process.stdout.write("No serial ports with anything plugged in. Try the simulator: entrain demo\n");
  for (const { path, manufacturer, serialNumber } of ports) {
    process.stdout.write(`${[path, manufacturer, serialNumber].filter((text) => text !== undefined).join("  ")}\n`);
  }
};

/** `entrain bands`: what may be a band. */
export const createBandsCommand = (): Command =>
  new Command("bands")
    .description("list the serial ports that bands may hang on")
    .option("--json", "one array, for programs", false)
    .action(bands);
