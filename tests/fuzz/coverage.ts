import { Session } from "node:inspector/promises";

/** Which pieces of some source files have run so far, by the engine's own counts. */
export class Coverage {
  readonly #session = new Session();
  readonly #of: RegExp;
  readonly #seen = new Set<string>();

  private constructor(of: RegExp) {
    this.#of = of;
  }

  /** @param of which files, by their address */
  static async start(of: RegExp): Promise<Coverage> {
    const coverage = new Coverage(of);
    coverage.#session.connect();
    await coverage.#session.post("Profiler.enable");
    await coverage.#session.post("Profiler.startPreciseCoverage", { callCount: false, detailed: true });
    return coverage;
  }

  /** Pieces that have run. */
  get size(): number {
    return this.#seen.size;
  }

  /** Whether anything ran since the last call that never had. */
  async grew(): Promise<boolean> {
    const before = this.#seen.size;
    const { result } = await this.#session.post("Profiler.takePreciseCoverage");
    for (const { url, functions } of result) {
      if (!this.#of.test(url)) continue;
      for (const { ranges } of functions)
        for (const { startOffset, endOffset, count } of ranges)
          if (count > 0) this.#seen.add(`${url}:${String(startOffset)}:${String(endOffset)}`);
    }
    return this.#seen.size > before;
  }

  stop(): void {
    this.#session.disconnect();
  }
}
