import { xmlText } from "../xml-text.ts";
import { boundary, Bytes, chunk, clockOffset, TAG, xmlChunk } from "./chunks.ts";

export interface XdfChannel {
  readonly label: string;
  readonly unit: string;
  readonly type?: string;
}

/** One sample: its time on the session clock, and a value a channel. */
export interface XdfSample<Value extends number | string> {
  readonly tS: number;
  readonly values: readonly Value[];
}

export interface XdfStream {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  /** 0: whenever something happens. */
  readonly rateHz: number;
  readonly format: "float32" | "string";
  readonly channels: readonly XdfChannel[];
  /** Further facts for the header. */
  readonly facts: Readonly<Record<string, string>>;
  samples(): AsyncIterable<XdfSample<number | string>> | Iterable<XdfSample<number | string>>;
}

const element = (name: string, text: string | number): string => `<${name}>${xmlText(String(text))}</${name}>`;

const header = ({ name, type, rateHz, format, channels, facts }: XdfStream): string =>
  [
    "<info>",
    element("name", name),
    element("type", type),
    element("channel_count", channels.length),
    element("nominal_srate", rateHz),
    element("channel_format", format),
    "<desc>",
    ...Object.entries(facts).map(([key, value]) => element(key, value)),
    "<channels>",
    ...channels.map(
      ({ label, unit, type: kind }) =>
        `<channel>${element("label", label)}${element("unit", unit)}${kind === undefined ? "" : element("type", kind)}</channel>`,
    ),
    "</channels></desc></info>",
  ].join("");

const footer = (firstS: number, lastS: number, count: number): string =>
  `<info>${element("first_timestamp", firstS)}${element("last_timestamp", lastS)}${element("sample_count", count)}<clock_offsets><offset>${element("time", firstS)}${element("value", 0)}</offset><offset>${element("time", lastS)}${element("value", 0)}</offset></clock_offsets></info>`;

const SAMPLES_A_CHUNK = 1024;
/** Every sample carries its time: none is inferred from a rate. */
const STAMPED = 8;

const samplesChunk = (id: number, samples: readonly XdfSample<number | string>[]): Uint8Array => {
  const content = new Bytes().u32(id).count(samples.length);
  for (const { tS, values } of samples) {
    content.u8(STAMPED).f64(tS);
    for (const value of values) {
      if (typeof value === "number") content.f32(value);
      else content.text(value);
    }
  }
  return chunk(TAG.samples, content.bytes);
};

export const streamHeader = (stream: XdfStream): Uint8Array => xmlChunk(TAG.streamHeader, stream.id, header(stream));

/**
 * A stream's samples, its clock offsets and its footer. Times are on the session clock already, corrected by the
 * recording's own clock maps: the offsets are 0, so that a reader that applies them changes nothing.
 */
export async function* streamBody(stream: XdfStream, startS: number): AsyncGenerator<Uint8Array> {
  let pending: XdfSample<number | string>[] = [];
  let [firstS, lastS, count]: [number | undefined, number, number] = [undefined, startS, 0];
  yield clockOffset(stream.id, startS, 0);
  for await (const sample of stream.samples()) {
    firstS ??= sample.tS;
    lastS = Math.max(lastS, sample.tS);
    count++;
    pending.push(sample);
    if (pending.length < SAMPLES_A_CHUNK) continue;
    yield samplesChunk(stream.id, pending);
    pending = [];
  }
  if (pending.length > 0) yield samplesChunk(stream.id, pending);
  yield clockOffset(stream.id, lastS, 0);
  yield boundary();
  yield xmlChunk(TAG.streamFooter, stream.id, footer(firstS ?? startS, lastS, count));
}
