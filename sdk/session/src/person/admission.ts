import type { GroupEvent } from "@entrain/band";
import type { PersonSettings } from "@entrain/pacing";

export interface AdmissionOpts {
  readonly members: number;
  /**
   * `on-band`: nobody is pulsed before they have said yes on their own band, by the hold that means 'go'. `at-once`: a
   * group whose wearers were asked otherwise, or a class, which is told that any press stops.
   */
  readonly by: "at-once" | "on-band";
  /** Members who said yes before this session began, as when it goes on after a break. */
  readonly already?: readonly number[];
  /** Told of each member to whom other plans are due from now on. */
  readonly onChange: (member: number) => void;
}

/** What is felt of a preview, of what the board allows. */
export const PREVIEW_PERCENT = 40;

/**
 * Who may be pulsed: whoever has said yes on the band, and has not refused pulses altogether. During a preview, the one
 * who feels it first, and softly; nobody else.
 */
export class Admission {
  private readonly by: AdmissionOpts["by"];
  private readonly onChange: (member: number) => void;
  private readonly accepted: Set<number>;
  private readonly refused = new Set<number>();
  private previewer: number | undefined;

  constructor({ members, by, already = [], onChange }: AdmissionOpts) {
    this.by = by;
    this.onChange = onChange;
    this.accepted = new Set(by === "at-once" ? Array.from({ length: members }, (_, member) => member) : already);
  }

  /** Whoever feels the exercise first; undefined outside previews. */
  get previewing(): number | undefined {
    return this.previewer;
  }

  /** Whether a member has said yes, and nothing to the contrary. */
  hasSaidYes(member: number): boolean {
    return this.accepted.has(member) && !this.refused.has(member);
  }

  /** Whether a member's band may pulse now. */
  admits(member: number): boolean {
    return this.hasSaidYes(member) && (this.previewer === undefined || this.previewer === member);
  }

  /** What plans are made by: what the member wants, and nothing at all until they may be pulsed. */
  settingsOf(member: number, own: PersonSettings): PersonSettings {
    if (!this.admits(member)) return { ...own, pulses: "off" };
    if (this.previewer === undefined) return own;
    return { ...own, strengthPercent: Math.min(own.strengthPercent ?? 100, PREVIEW_PERCENT) };
  }

  /** @returns whether a wearer has just said yes */
  take({ member, event }: GroupEvent): boolean {
    if (this.by !== "on-band" || event.kind !== "wearer" || event.action !== "resume" || this.accepted.has(member))
      return false;
    this.accepted.add(member);
    this.onChange(member);
    return true;
  }

  /** A member takes pulses altogether, or does not; the yes on the band is another matter. */
  consent(member: number, given: boolean): void {
    if (given !== this.refused.has(member)) return;
    if (given) this.refused.delete(member);
    else this.refused.add(member);
    this.onChange(member);
  }

  /** @throws Error where that member has not said yes */
  beginPreview(member: number): void {
    if (!this.hasSaidYes(member))
      throw new Error(
        "expected a wearer who has said yes on the band, found none: press it, then hold for two seconds",
      );
    this.previewer = member;
  }

  endPreview(): void {
    this.previewer = undefined;
  }
}
