import type { BandGroup } from "@entrain/band";
import type { SessionCommand } from "../contract.ts";
import type { ExerciseDesk } from "../exercise/exercise-desk.ts";
import type { Admission } from "./admission.ts";

export interface RehearsalOpts {
  readonly group: BandGroup;
  readonly desk: ExerciseDesk;
  readonly admission: Admission;
  readonly isPlaying: () => boolean;
}

const FADE_MILLIS = 500;

/** One person feels an exercise before the others do, softly. */
export class Rehearsal {
  private readonly opts: RehearsalOpts;

  constructor(opts: RehearsalOpts) {
    this.opts = opts;
  }

  /** @throws Error that a person can read */
  take(command: Extract<SessionCommand, { readonly kind: "preview" }>): void {
    const { admission, desk, isPlaying } = this.opts;
    if (command.name === undefined) {
      this.end();
      return;
    }
    if (isPlaying() && admission.previewing === undefined)
      throw new Error("expected nothing to play before a preview, found that something does");
    desk.drop();
    admission.beginPreview(command.member);
    try {
      desk.start([command.name]);
    } catch (error) {
      admission.endPreview();
      throw error;
    }
  }

  /** Whatever is left of it fades; nothing of it is gone on with. */
  end(): void {
    const { admission, desk, group } = this.opts;
    if (admission.previewing === undefined) return;
    desk.drop();
    admission.endPreview();
    void group.rest(FADE_MILLIS);
  }
}
