import type { LeadFacts, LeadReading, LeadReason } from "./api.ts";
import type { Company } from "./company.ts";
import type { LeadSettings } from "./settings.ts";
import { Togetherness } from "./togetherness.ts";

export interface ReleaseStep {
  readonly reason: Extract<LeadReason, "let-go" | "kept-together" | "came-apart">;
  readonly strengthShare: number;
  readonly facts: LeadFacts;
}

/** At least this share of those who go on moving together is called keeping together. */
const KEPT_SHARE = 0.7;

/** Fades the pulse bar by bar, then watches without it. */
export class Release {
  private readonly settings: LeadSettings;
  private readonly beatsPerBar: number;
  private readonly together = new Togetherness();
  private firstBeat = NaN;
  private bars = 0;
  private tSilentMicros = NaN;

  constructor(settings: LeadSettings, beatsPerBar: number) {
    this.settings = settings;
    this.beatsPerBar = beatsPerBar;
  }

  /** @param pulse - goes on being counted when it is no longer felt */
  take(reading: LeadReading, { beat }: { readonly beat: number }, company: Company): ReleaseStep | undefined {
    const { fadeBars, releaseSeconds } = this.settings;
    if (Number.isNaN(this.firstBeat)) this.firstBeat = beat;
    const due = 1 + Math.floor((beat - this.firstBeat) / this.beatsPerBar);
    if (this.bars < fadeBars && due > this.bars) {
      this.bars = Math.min(due, fadeBars);
      const { moving, withPulse } = company.standings();
      return { reason: "let-go", strengthShare: 1 - this.bars / fadeBars, facts: { moving, withPulse } };
    }
    // The last change was heard at the latest two bars after it was asked for.
    if (this.bars < fadeBars || due < this.bars + 2) return undefined;
    if (Number.isNaN(this.tSilentMicros)) this.tSilentMicros = reading.tMicros;
    this.together.take(reading);
    const seconds = (reading.tMicros - this.tSilentMicros) / 1e6;
    if (seconds < releaseSeconds) return undefined;
    const { moving, kept } = this.together.found();
    const reason = moving > 0 && kept >= KEPT_SHARE * moving ? "kept-together" : "came-apart";
    return { reason, strengthShare: 0, facts: { moving, withPulse: kept, seconds } };
  }
}
