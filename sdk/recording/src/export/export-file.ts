/** A file to be written: its place below the folder of the export, and its bytes, piece by piece. */
export interface ExportFile {
  /** With `/` between folders; never absolute, never upwards. */
  readonly path: string;
  bytes(): AsyncIterable<Uint8Array>;
}

/** What an export gives, and what it left out on purpose, in words. */
export interface Export {
  readonly files: readonly ExportFile[];
  readonly leftOut: readonly string[];
}

export type Lines = AsyncIterable<string> | Iterable<string>;

/** A file of text lines, UTF-8. */
export const textFile = (path: string, lines: () => Lines): ExportFile => ({
  path,
  bytes: async function* () {
    const encoder = new TextEncoder();
    let piece = "";
    for await (const line of lines()) {
      piece += `${line}\n`;
      if (piece.length < PIECE_LETTERS) continue;
      yield encoder.encode(piece);
      piece = "";
    }
    if (piece !== "") yield encoder.encode(piece);
  },
});
const PIECE_LETTERS = 64 * 1024;

export const jsonFile = (path: string, value: unknown): ExportFile =>
  textFile(path, () => [JSON.stringify(value, null, 2)]);
