import { Command } from "commander";
import { createCalibrateCommand } from "./calibrate/calibrate-command.ts";
import { createBandsCommand } from "./live/bands-command.ts";
import { createDemoCommand } from "./live/demo-command.ts";
import { createRunCommand } from "./live/run-command.ts";
import { createSyncTestCommand } from "./live/sync-test/command.ts";
import { createScoreCommand } from "./score/score-command.ts";
import { createSimulateCommand } from "./simulate/simulate-command.ts";

/** The `entrain` command with everything that it can do. */
export const createProgram = (version: string): Command => {
  const program = new Command("entrain")
    .description("Wristbands for moving together: pace a group, and see how much of its movement is shared.")
    .version(version)
    .showSuggestionAfterError();
  for (const command of [
    createDemoCommand(),
    createBandsCommand(),
    createRunCommand(),
    createCalibrateCommand(),
    createSyncTestCommand(),
    createSimulateCommand(),
    createScoreCommand(),
  ])
    program.addCommand(command);
  return program;
};
