import { type MessageOf, sampleCount } from "@entrain/protocol";

/** A gap in the sequence this long is not loss but another beginning. */
const LONGEST_GAP = 1_000;

/** What never arrived, by the numbers that frames and samples carry. */
export class LossCounter {
  private lastSeq: number | undefined;
  private nextSample: number | undefined;

  /** Frames that are missing before this one. */
  framesBefore(seq: number): number {
    const gap = this.lastSeq === undefined ? 0 : (seq - this.lastSeq - 1) & 0xffff;
    this.lastSeq = seq;
    return gap < LONGEST_GAP ? gap : 0;
  }

  /** Samples that are missing before a burst. */
  samplesBefore(burst: MessageOf<"imuBurst">): number {
    const { firstIndex } = burst;
    const missed = this.nextSample === undefined ? 0 : firstIndex - this.nextSample;
    this.nextSample = firstIndex + sampleCount(burst);
    return Math.max(0, missed);
  }

  /** After a reboot a band counts its samples anew. */
  forgetSamples(): void {
    this.nextSample = undefined;
  }
}
