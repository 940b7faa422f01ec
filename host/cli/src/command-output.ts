/** Where a command's words go. */
export interface CommandOutput {
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
}

export const PROCESS_OUTPUT: CommandOutput = {
  out: (text) => void process.stdout.write(text),
  note: (text) => void process.stderr.write(text),
};
