import type { DyadsView, ExerciseCard, SessionCommand, SessionPort, SessionView } from "@entrain/session";

export const viewAt = (tMicros: number, title = "Tuesday group"): SessionView => ({
  tMicros,
  title,
  simulated: true,
  playing: false,
  pacer: { bpm: 60, beatsPerBar: 4 },
  bands: [],
  reading: {
    estimator: "fake",
    tMicros,
    windowS: 30,
    strangerTempoSpread: 0.03,
    delayMicros: 0,
    group: { verdict: "withheld", reason: "resting" },
    members: [],
  },
  stop: { state: "none", unconfirmed: [] },
});

/** A session that does as it is told: it remembers commands and publishes what a test hands it. */
export class FakeSession implements SessionPort {
  readonly commands: SessionCommand[] = [];
  refusal: Error | undefined;
  current = viewAt(123_456_789);
  readonly #callbacks = new Set<(view: SessionView) => void>();

  get subscribers(): number {
    return this.#callbacks.size;
  }

  exercises(): readonly ExerciseCard[] {
    return [
      {
        name: "sway",
        title: "Sway",
        purpose: "p",
        suitability: [],
        variants: [],
        seconds: 60,
        isOpen: false,
        steps: [],
      },
    ];
  }

  dyads(): DyadsView {
    return { startMicros: 0, endMicros: 1, falseDiscoveryRate: 0.05, pairs: [] };
  }

  view(): SessionView {
    return this.current;
  }

  subscribe(callback: (view: SessionView) => void): () => void {
    this.#callbacks.add(callback);
    return () => {
      this.#callbacks.delete(callback);
    };
  }

  publish(view: SessionView): void {
    this.current = view;
    for (const callback of this.#callbacks) callback(view);
  }

  command(command: SessionCommand): Promise<void> {
    if (this.refusal !== undefined) return Promise.reject(this.refusal);
    this.commands.push(command);
    return Promise.resolve();
  }
}
