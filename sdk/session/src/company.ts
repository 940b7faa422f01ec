import type { GroupEvent } from "@entrain/band";
import type { Plan, StepRole } from "@entrain/pacing";
import type { ConsentEntry, WristChoice } from "@entrain/recording";
import type { ExerciseRun } from "./exercise/exercise-run.ts";
import { FacilitatorDesk, type FacilitatorDeskOpts } from "./facilitator/facilitator-desk.ts";
import { MovedTempo } from "./facilitator/moved-tempo.ts";
import { MirrorDesk } from "./mirror/mirror-desk.ts";
import type { MirrorView } from "./mirror/mirror-run.ts";

export interface CompanyOpts extends Omit<FacilitatorDeskOpts, "member"> {
  readonly facilitator: number | undefined;
  /** Whether a member's band may pulse now. */
  readonly mayFeel: (member: number) => boolean;
  /** A wearer chose: what they are sent instead must follow. */
  readonly onChoice: () => void;
  /** A movement that counts as a tap. */
  readonly onTap: () => void;
}

/** What people do to each other's bands: movement that reaches a wrist, or sets the tempo, and the facilitator's presses. */
export class Company {
  private readonly mirror: MirrorDesk;
  private readonly moved: MovedTempo;
  private readonly facilitator: FacilitatorDesk | undefined;
  private run: ExerciseRun | undefined;

  constructor(opts: CompanyOpts) {
    const { facilitator, onTap } = opts;
    this.mirror = new MirrorDesk(opts, facilitator);
    this.facilitator = facilitator === undefined ? undefined : new FacilitatorDesk({ ...opts, member: facilitator });
    this.moved = new MovedTempo({
      facilitator,
      listenTo: (member, isWanted) => {
        this.mirror.run.listenTo(member, isWanted);
      },
      onTap,
      onTempo: (bpm) => this.run?.setPace({ bpm }),
    });
  }

  view(): MirrorView {
    return this.mirror.run.view();
  }

  /** @throws Error as `MirrorRun.choose` */
  choose(member: number, source: WristChoice): void {
    this.mirror.run.choose(member, source, "host");
  }

  obey(consent: ConsentEntry): void {
    this.mirror.run.obey(consent);
  }

  take(event: GroupEvent): void {
    this.mirror.take(event);
    this.moved.take(event);
    this.facilitator?.take(event);
  }

  /** An exercise, or one beat for all, or nothing goes on. */
  follow(run: ExerciseRun | undefined, isPlaying: boolean): void {
    this.run = run;
    this.mirror.follow(run, isPlaying);
    this.moved.follow(run);
    if (run !== undefined) this.facilitator?.follow(run);
  }

  readonly asChosen = (role: StepRole, member: number): StepRole => this.mirror.asChosen(role, member);

  /** The beat for everybody, by member, but for those who chose otherwise. */
  plansOf(plans: readonly Plan[]): readonly Plan[] {
    return this.mirror.plansOf(plans);
  }
}
