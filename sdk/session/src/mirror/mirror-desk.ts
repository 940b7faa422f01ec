import type { BandGroup, GroupEvent } from "@entrain/band";
import { partnerOf, type Plan, silentPlan, type StepRole } from "@entrain/pacing";
import { sessionMicros } from "@entrain/protocol";
import type { ExerciseRun } from "../exercise/exercise-run.ts";
import { isUnderWay } from "../exercise/follow-state.ts";
import { PressCounter } from "../facilitator/press-counter.ts";
import { MirrorRun, type MirrorRunOpts } from "./mirror-run.ts";
import { asChosen, type MirrorParts, partsOf } from "./part.ts";

/** Presses, while stopped, that go on to the wearer's next choice; one and two mean what they always do. */
const CHOICE_PRESSES = 3;

/** Where mirroring meets what goes on in a session: its exercise, its beat, and what wearers press. */
export class MirrorDesk {
  readonly run: MirrorRun;
  private readonly group: BandGroup;
  private readonly presses: readonly PressCounter[];

  /** @param facilitator - whose presses mean something else */
  constructor(opts: MirrorRunOpts, facilitator?: number) {
    this.group = opts.group;
    this.run = new MirrorRun(opts);
    this.presses = opts.group.bands.map(
      (_, member) =>
        new PressCounter(opts.scheduler, (times) => {
          if (times.length === CHOICE_PRESSES && member !== facilitator) this.chooseNext(member);
        }),
    );
  }

  take(groupEvent: GroupEvent): void {
    const { member, event } = groupEvent;
    this.run.take(groupEvent);
    if (event.kind !== "wearer") return;
    if (event.action === "tap" && event.didMicros !== undefined) this.presses[member]?.press(event.didMicros);
    else if (event.action !== "dim" && event.action !== "manner") this.presses[member]?.forget();
  }

  /** An exercise, or one beat for all, or nothing goes on. */
  follow(exercise: ExerciseRun | undefined, isPlaying: boolean): void {
    const standing = exercise?.step;
    const state = exercise?.state();
    if (standing !== undefined && isUnderWay(state))
      this.run.arrange(state?.state === "ending" ? [] : partsOf(standing.laid.step, standing.cast));
    else this.run.arrange(isPlaying ? this.beatForAll() : []);
  }

  readonly asChosen = (role: StepRole, member: number): StepRole => asChosen(role, this.run.choiceOf(member));

  /** The beat for everybody, by member, but for those who chose otherwise. */
  plansOf(plans: readonly Plan[]): readonly Plan[] {
    return plans.map((plan, member) =>
      (this.run.choiceOf(member) ?? "beat") === "beat"
        ? plan
        : silentPlan(sessionMicros(plan.beatZeroMicros), plan.revision),
    );
  }

  private beatForAll(): MirrorParts {
    const cast = { members: this.group.bands.length, groups: 1, leader: 0, isSwapped: false };
    return this.group.bands.map((_, member) => ({ source: "beat", partner: partnerOf(member, cast) }));
  }

  private chooseNext(member: number): void {
    const choices = this.run.choicesOf(member);
    const now = this.run.choiceOf(member) ?? this.run.view().wrists[member] ?? "none";
    const next = choices[(choices.indexOf(now) + 1) % choices.length];
    if (next !== undefined) this.run.choose(member, next, "band");
  }
}
