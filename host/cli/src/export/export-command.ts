import { bidsExport, csvExport, type Export, methodsExport, trialsExport, xdfExport } from "@entrain/recording";
import { Command, Option } from "commander";
import { addUnlockOptions, type UnlockOptions } from "../at-rest/unlock-options.ts";
import { CliError } from "../errors.ts";
import { openFile, type OpenedFile, warningLines } from "../record/open-file.ts";
import { oneLine } from "../score/text.ts";
import { figureFiles } from "./figure-files.ts";
import { writeExports } from "./write-exports.ts";

const FORMATS: Readonly<Record<string, (file: OpenedFile) => Export | Promise<Export>>> = {
  csv: ({ session }) => csvExport(session),
  trials: ({ session }) => trialsExport(session),
  methods: ({ session }) => methodsExport(session),
  "motion-bids": ({ session }) => bidsExport(session),
  xdf: ({ session }) => xdfExport(session),
  svg: (file) => figureFiles(file, "svg"),
  png: (file) => figureFiles(file, "png"),
};

interface ExportOptions extends UnlockOptions {
  readonly format: string;
  readonly out: string;
  readonly force: boolean;
}

const run = async (path: string, options: ExportOptions): Promise<void> => {
  const { format, out, force } = options;
  const file = await openFile(path, options);
  try {
    for (const line of warningLines(file)) process.stderr.write(`${line}\n`);
    const exported = await FORMATS[format]?.(file);
    if (exported === undefined || exported.files.length === 0) {
      const why = exported?.leftOut.join("; ") ?? "nothing";
      throw new CliError("bad-file", `expected something to export, found ${why}, at ${oneLine(path)}`);
    }
    await writeExports(out, exported.files, { force });
    for (const line of exported.leftOut) process.stdout.write(`left out: ${oneLine(line)}\n`);
    const { length } = exported.files;
    process.stdout.write(`wrote ${String(length)} ${length === 1 ? "file" : "files"} to ${oneLine(out)}\n`);
  } finally {
    await file.close();
  }
};

/** `entrain export`: a session in the formats of other tools. */
export const createExportCommand = (): Command =>
  addUnlockOptions(new Command("export"))
    .description("write a session in a format of other tools; docs/EXPORTS.md describes each")
    .argument("<file>", "a session file")
    .addOption(
      new Option("--format <format>", "of what is written").choices(Object.keys(FORMATS)).makeOptionMandatory(),
    )
    .requiredOption("--out <dir>", "where to; made where there is none")
    .option("--force", "write over files that are there", false)
    .action(run);
