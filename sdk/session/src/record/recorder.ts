import type { SessionMicros } from "@entrain/protocol";
import {
  type ByteSink,
  type ConfigEntry,
  type Entry,
  jsonDigest,
  type RecordingError,
  SessionWriter,
  TICKS_PER_READING,
} from "@entrain/recording";
import { ESTIMATOR_VERSION, type Reading } from "@entrain/synchrony";
import { type Cancel, every, type Scheduler } from "@entrain/time";
import type { RecordingView } from "../contract.ts";
import { renamed } from "./renamed.ts";

const KEEP_UP_MICROS = 200_000;

export interface RecorderOpts extends Pick<
  ConfigEntry,
  "sessionId" | "title" | "startedAt" | "simulated" | "members" | "theme" | "exercise" | "omitted" | "continues"
> {
  readonly sink: ByteSink;
  readonly scheduler: Scheduler;
  /** Of the program and of what runs it. */
  readonly software: { readonly entrain: string; readonly runtime: string };
  /** Of the chance floors, an unsigned 32-bit number. */
  readonly seed: number;
  /** Seconds. */
  readonly windowS: number;
  /** What the page calls the file. */
  readonly fileName: string;
  readonly onTrouble?: (trouble: RecordingError | undefined) => void;
}

/** Records a live session; whatever becomes of the file, the session goes on. */
export class Recorder {
  readonly config: ConfigEntry;
  private readonly writer: SessionWriter;
  private readonly fileName: string;
  private readonly cancel: Cancel;
  private readonly refused = new Set<number>();
  private ticks = 0;
  private trouble: RecordingError | undefined;

  /** @throws RecordingError `cannot-write` */
  constructor(opts: RecorderOpts) {
    const { sink, scheduler, software, seed, windowS, fileName, onTrouble, ...described } = opts;
    const tMicros = scheduler.nowMicros();
    this.fileName = fileName;
    this.config = {
      ...described,
      kind: "config",
      tMicros,
      formatVersion: 1,
      software: { ...software, engine: ESTIMATOR_VERSION },
      scoring: { seed, windowS, tStartMicros: tMicros },
    };
    this.writer = new SessionWriter({
      sink,
      config: this.config,
      onTrouble: (trouble) => {
        this.trouble = trouble;
        onTrouble?.(trouble);
      },
    });
    this.cancel = every(scheduler, KEEP_UP_MICROS, () => {
      this.writer.keepUp(scheduler.nowMicros());
    });
  }

  /** Keeps an entry; of whoever refuses `raw-recording`, no lines from then on. */
  append(entry: Entry): void {
    if (entry.kind === "consent" && entry.use === "raw-recording") {
      if (entry.given) this.refused.delete(entry.member);
      else this.refused.add(entry.member);
    }
    if (entry.kind === "frame" && this.refused.has(entry.member)) return;
    this.writer.append(entry);
  }

  /** A publication, and once a second the whole reading. */
  tick(tMicros: SessionMicros, readAtMicros: number, reading: Reading): void {
    const told = renamed(reading, (member) => this.config.members[member]?.pseudonym ?? "");
    this.append({ kind: "tick", tMicros, readAtMicros, digest: jsonDigest(told) });
    if (this.ticks++ % TICKS_PER_READING === 0) this.append({ kind: "reading", tMicros, reading: told });
  }

  /** Members who last said that their raw motion is not to be kept. */
  get rawRefused(): ReadonlySet<number> {
    return this.refused;
  }

  view(): RecordingView {
    const { fileName, trouble } = this;
    return trouble === undefined
      ? { state: "on", file: fileName }
      : { state: "trouble", file: fileName, message: trouble.message };
  }

  close(): void {
    this.cancel();
    this.writer.close();
  }
}
