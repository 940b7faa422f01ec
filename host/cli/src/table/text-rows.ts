import { createReadStream } from "node:fs";
import { CsvError, parse, type Parser } from "csv-parse";
import { detectDelimiter } from "../score/delimiter.ts";
import { badFile, oneLine } from "../score/text.ts";

const HEAD_BYTES = 65536;

interface Row {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

const createParser = (delimiter: string): Parser =>
  parse({
    delimiter: delimiter === " " ? [" ", "\t"] : delimiter,
    info: true,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });

/** Bytes that no text has: NUL and most other control characters. */
const isBinary = (bytes: Uint8Array): boolean =>
  bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));

const whyUnreadable = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return "no such file";
  if (code === "EISDIR") return "a folder";
  if (code === "EACCES" || code === "EPERM") return "one that may not be read";
  return oneLine(error instanceof Error ? error.message : String(error));
};

/** Feeds a parser without letting it run ahead of its reader. */
const feed = async (parser: Parser, chunks: AsyncIterable<Buffer>): Promise<void> => {
  for await (const chunk of chunks) {
    if (!parser.write(chunk)) await new Promise((resolve) => parser.once("drain", resolve));
  }
  parser.end();
};

async function* parsedRows(file: string): AsyncGenerator<readonly [string[], number]> {
  const stream = createReadStream(file, { highWaterMark: HEAD_BYTES });
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  try {
    const first = await chunks.next();
    if (first.done === true) return;
    if (isBinary(first.value)) throw badFile("a text file", "binary data", { file });
    const delimiter = detectDelimiter(first.value.toString("utf8"));
    const parser = createParser(delimiter);
    const all = async function* (): AsyncGenerator<Buffer> {
      yield first.value;
      for await (const chunk of { [Symbol.asyncIterator]: () => chunks }) yield chunk;
    };
    feed(parser, all()).catch((error: unknown) =>
      parser.destroy(error instanceof Error ? error : new Error(String(error))),
    );
    for await (const { record, info } of parser as AsyncIterable<Row>) {
      yield [delimiter === " " ? record.filter((cell) => cell !== "") : record, info.lines];
    }
  } finally {
    stream.destroy();
  }
}

/**
 * Hands on the rows of a text file one by one: cells and the line each ends on. What separates the cells is found out.
 *
 * @throws CliError `bad-file`: missing, no text, or no table; and whatever `push` throws
 */
export const readTextRows = async (
  file: string,
  push: (cells: readonly string[], line: number) => void,
): Promise<void> => {
  try {
    for await (const [cells, line] of parsedRows(file)) push(cells, line);
  } catch (error) {
    if (error instanceof CsvError) {
      const line = "lines" in error ? Number(error["lines"]) : undefined;
      throw badFile("a table of numbers", oneLine(error.message), { file, ...(line !== undefined && { line }) });
    }
    if (error instanceof Error && error.name === "CliError") throw error;
    throw badFile("a file that can be read", whyUnreadable(error), { file });
  }
};
