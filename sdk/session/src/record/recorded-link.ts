import type { ByteLink, OpenLink } from "@entrain/band";
import type { Entry } from "@entrain/recording";
import type { HeldClock } from "./held-clock.ts";
import { LineSplitter } from "./line-splitter.ts";

export interface RecordedLinkOpts {
  readonly openLink: OpenLink;
  /** Place of the band in the group. */
  readonly member: number;
  readonly clock: HeldClock;
  readonly record: (entry: Entry) => void;
}

const NEWLINE = Uint8Array.of(0x0a);

/** A link whose lines are recorded as they come in, each before anything is made of it. */
export const recordedLink =
  ({ openLink, member, clock, record }: RecordedLinkOpts): OpenLink =>
  async () => {
    const inner = await openLink();
    let ended = false;
    const lines = new LineSplitter((line) => {
      record({ kind: "frame", tMicros: clock.nowMicros(), member, line });
      // One by one, as a replay hands them on: what a line changes, such as the clock's map, holds for the next.
      outer.onBytes?.(line);
      outer.onBytes?.(NEWLINE);
    });
    const outer: ByteLink = {
      onBytes: undefined,
      onClose: undefined,
      write: (bytes) => {
        inner.write(bytes);
      },
      close: () => {
        ended = true;
        return inner.close();
      },
    };
    inner.onBytes = (bytes) => {
      if (ended || outer.onBytes === undefined) return;
      clock.during(() => {
        lines.push(bytes);
      });
    };
    inner.onClose = (reason) => {
      clock.during(() => outer.onClose?.(reason));
    };
    return outer;
  };
