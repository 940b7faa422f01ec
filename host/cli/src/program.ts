import { Command } from "commander";
import { createKeyCommand } from "./at-rest/key-command.ts";
import { createExerciseCommand } from "./exercise/exercise-command.ts";
import { createExperimentCommand } from "./experiment/experiment-command.ts";
import { createDoctorCommand } from "./doctor/doctor-command.ts";
import { createFlashCommand } from "./flash/flash-command.ts";
import { createExportCommand } from "./export/export-command.ts";
import { createCompareCommand } from "./library/compare-command.ts";
import { createSessionsCommand } from "./library/sessions-command.ts";
import { createAnalyseCommand } from "./analyse/analyse-command.ts";
import { createChoralCommand } from "./choral/choral-command.ts";
import { createBandsCommand } from "./live/bands-command.ts";
import { createDemoCommand } from "./live/demo-command.ts";
import { createNumberCommand } from "./live/number-command.ts";
import { createRunCommand } from "./live/run-command.ts";
import { createConsentCommand } from "./privacy/consent-command.ts";
import { createForgetCommand } from "./privacy/forget-command.ts";
import { createNamesCommand } from "./privacy/names-command.ts";
import { createRetentionCommand } from "./privacy/retention-command.ts";
import { createRecoverCommand } from "./record/recover-command.ts";
import { createReplayCommand } from "./record/replay-command.ts";
import { createRescoreCommand } from "./record/rescore-command.ts";
import { createReportCommand } from "./report/report-command.ts";
import { createCalibrateCommand } from "./calibrate/calibrate-command.ts";
import { createSyncTestCommand } from "./live/sync-test/command.ts";
import { createScoreCommand } from "./score/score-command.ts";
import { createSimulateCommand } from "./simulate/simulate-command.ts";
import { createTappingCommand } from "./tapping/tapping-command.ts";
import { createStartCommand } from "./venue/start-command.ts";
import { createWccCommand } from "./wcc/wcc-command.ts";

/** The `entrain` command with everything that it can do. */
export const createProgram = (version: string): Command => {
  const program = new Command("entrain")
    .description("Wristbands for moving together: pace a group, and see how much of its movement is shared.")
    .version(version)
    .showSuggestionAfterError();
  for (const command of [
    createStartCommand(),
    createDemoCommand(),
    createBandsCommand(),
    createFlashCommand(),
    createDoctorCommand(),
    createRunCommand(),
    createExerciseCommand(),
    createExperimentCommand(),
    createCalibrateCommand(),
    createNumberCommand(),
    createSyncTestCommand(),
    createSimulateCommand(),
    createScoreCommand(),
    createReplayCommand(),
    createRecoverCommand(),
    createRescoreCommand(),
    createSessionsCommand(),
    createCompareCommand(),
    createReportCommand(),
    createExportCommand(),
    createKeyCommand(),
    createNamesCommand(),
    createConsentCommand(),
    createForgetCommand(),
    createRetentionCommand(),
    createChoralCommand(),
    createAnalyseCommand(),
    createTappingCommand(),
    createWccCommand(),
  ])
    program.addCommand(command);
  return program;
};
