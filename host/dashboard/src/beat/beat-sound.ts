/** A wood block, low and short: heard through a room of voices, and startling nobody. */
const HZ = 620;
const FIRST_OF_BAR_HZ = 830;
const LOUD = 0.35;
const DECAY_S = 0.09;

/** The beat as sound, each scheduled ahead on the sound card's own clock. */
export class BeatSound {
  private context: AudioContext | undefined;
  private master: GainNode | undefined;

  /** Browsers let a page sound only after somebody has touched it. */
  wake(): void {
    this.context ??= new AudioContext({ latencyHint: "interactive" });
    if (this.context.state === "suspended") void this.context.resume();
  }

  /** @param inMs - from now */
  beat(inMs: number, isFirstOfBar: boolean): void {
    const { context } = this;
    if (context?.state !== "running") return;
    const atS = context.currentTime + inMs / 1_000 - context.outputLatency;
    if (atS < context.currentTime) return;
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.frequency.value = isFirstOfBar ? FIRST_OF_BAR_HZ : HZ;
    gain.gain.setValueAtTime(LOUD, atS);
    gain.gain.exponentialRampToValueAtTime(0.001, atS + DECAY_S);
    tone.connect(gain).connect(this.output(context));
    tone.start(atS);
    tone.stop(atS + DECAY_S);
  }

  /** Nothing of what was scheduled is heard. */
  silence(): void {
    this.master?.disconnect();
    this.master = undefined;
  }

  close(): void {
    this.silence();
    void this.context?.close();
    this.context = undefined;
  }

  private output(context: AudioContext): GainNode {
    if (this.master === undefined) {
      this.master = context.createGain();
      this.master.connect(context.destination);
    }
    return this.master;
  }
}
