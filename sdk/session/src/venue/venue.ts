import { type Cancel, every } from "@entrain/time";
import type { LastSession, SessionCommand, SessionPort, SessionView, WayCommand, WayView } from "../contract.ts";
import type { DyadsView } from "../dyad-view.ts";
import { type ExerciseCard, exerciseCard } from "../exercise/exercise-card.ts";
import type { GroupDocument } from "../group/group-document.ts";
import { BandPool } from "./band-pool.ts";
import { DoneList } from "./done-list.ts";
import type { Ground, VenueOpts } from "./ground.ts";
import { idleView } from "./idle-view.ts";
import { isWayCommand } from "./is-way-command.ts";
import type { OpenCircle } from "./open-circle.ts";
import { openCircle, type Wanted } from "./open.ts";
import type { OpenState } from "./open-state.ts";
import { Remembrance } from "./remembrance.ts";
import { wayViewOf } from "./way-view.ts";

/** While no session is open, viewers are told what changes, and that somebody is there. */
const IDLE_PUBLISH_MICROS = 250_000;
const IDENTIFY_PULSES = 3;

interface Here {
  readonly wanted: Wanted;
  readonly ground: Ground;
  readonly pool: BandPool;
  readonly circle: OpenCircle;
  readonly done: DoneList;
  readonly leave: () => void;
}

/**
 * Where sessions take place: one after the other, each for a group, a class, or virtual people. It finds bands, gives
 * them places, and is the one session that the page knows of.
 */
export class Venue implements SessionPort {
  private readonly opts: VenueOpts;
  private readonly pool: BandPool;
  private readonly subscribers = new Set<(view: SessionView) => void>();
  private readonly remembrance: Remembrance;
  private readonly cancel: Cancel;
  private here: Here | undefined;
  private last: LastSession | undefined;
  private lastPath: string | undefined;
  private revision = 0;
  private isStopped = false;
  private isResumed = false;
  private changing: Promise<void> = Promise.resolve();

  constructor(opts: VenueOpts) {
    const { ground, memory } = opts;
    this.opts = opts;
    this.pool = new BandPool(ground, () => this.changed());
    this.remembrance = new Remembrance(memory, ground.scheduler, () => this.stateNow());
    this.cancel = every(ground.scheduler, IDLE_PUBLISH_MICROS, () => {
      if (this.here === undefined) this.publish(this.view());
    });
  }

  view(): SessionView {
    const { ground, bpm } = this.opts;
    const idle = (): SessionView => idleView(ground.scheduler.nowMicros(), !ground.real, bpm, this.isStopped);
    return { ...(this.here?.circle.session.view() ?? idle()), way: this.wayView() };
  }

  subscribe(callback: (view: SessionView) => void): () => void {
    this.subscribers.add(callback);
    return () => this.subscribers.delete(callback);
  }

  exercises(): readonly ExerciseCard[] {
    return this.opts.exercises.map(exerciseCard);
  }

  dyads(): DyadsView {
    return this.here?.circle.session.dyads() ?? { startMicros: 0, endMicros: 0, falseDiscoveryRate: 0, pairs: [] };
  }

  async groups(): Promise<readonly GroupDocument[]> {
    return (await this.opts.groups?.list()) ?? [];
  }

  async lookBack(): Promise<string> {
    const { report } = this.opts;
    const { last, lastPath } = this;
    if (report === undefined || last === undefined || lastPath === undefined)
      throw new Error("expected a session that was kept, found none");
    return report(lastPath, last);
  }

  async command(command: SessionCommand): Promise<void> {
    if (isWayCommand(command)) {
      // One after the other: each finds the places as the one before has left them.
      const done = this.changing.then(() => this.take(command));
      this.changing = done.catch(() => undefined);
      await done;
      return;
    }
    this.isStopped = command.kind === "stop-all";
    if (this.here !== undefined) {
      await this.here.circle.session.command(command);
      // A break right after it must neither take a start away nor go on with what was stopped.
      this.remembrance.write();
    } else if (command.kind !== "stop-all")
      throw new Error("expected an open session, found none: choose who is here first");
  }

  /** Goes on with what was open when the program ended without closing it. */
  async resume(): Promise<void> {
    const found = await this.remembrance.found();
    if (found === undefined) return;
    const { state, goesOn } = found;
    try {
      await this.open({
        circle: state.circle,
        ...(state.groupId !== undefined && { id: state.groupId }),
        before: state,
      });
      await this.restore(state, goesOn);
      this.isResumed = true;
      this.changed();
    } catch {
      // The group is gone, or its bands are: there is nothing to go on with.
      await this.remembrance.forget();
    }
  }

  async close(): Promise<void> {
    this.cancel();
    await this.changing;
    await this.leave();
    await this.pool.close();
    this.opts.ground.close();
    this.subscribers.clear();
  }

  private async take(command: WayCommand): Promise<void> {
    switch (command.kind) {
      case "open":
        await this.open(command);
        break;
      case "close":
        await this.leave();
        break;
      case "look":
        await (this.here?.pool ?? this.pool).look();
        break;
      case "identify":
        await this.identify(command.band);
        break;
      case "persona":
        (this.here?.pool ?? this.pool).become(command.band, command.persona);
        break;
      case "assign":
        await this.required().circle.assign(command.band, command.member);
        break;
      case "save-group":
        await this.saveGroup(command.group);
        break;
      case "delete-group":
        await this.opts.groups?.remove(command.id);
    }
    this.changed();
  }

  private async open(wanted: Wanted): Promise<void> {
    await this.leave();
    const { ground, pool, circle } = await openCircle(this.opts, this.pool, wanted, () => this.changed());
    const done = new DoneList(ground.scheduler.nowMicros());
    const leave = circle.session.subscribe((view) => {
      done.take(view);
      this.publish({ ...view, way: this.wayView() });
    });
    this.here = { wanted, ground, pool, circle, done, leave };
    this.isStopped = false;
    this.isResumed = false;
    this.remembrance.begin();
    await pool.look();
    this.changed();
  }

  private async leave(): Promise<void> {
    const { here } = this;
    if (here === undefined) return;
    const { circle, done, ground, pool } = here;
    this.here = undefined;
    here.leave();
    const { recording, scores } = circle.opts;
    const tMicros = ground.scheduler.nowMicros();
    this.last = done.end(tMicros, circle.opts.circle, scores, recording?.recorder.view().file);
    this.lastPath = recording?.path;
    await this.remembrance.forget();
    await circle.close();
    if (pool === this.pool) return;
    await pool.close();
    ground.close();
  }

  private async identify(band: string): Promise<void> {
    const pool = this.here?.pool ?? this.pool;
    const member = this.here?.circle.memberWith(band);
    if (member === undefined) await pool.identify(band, IDENTIFY_PULSES);
    else await this.here?.circle.identify(member, IDENTIFY_PULSES);
  }

  private async saveGroup(group: GroupDocument): Promise<void> {
    await this.opts.groups?.save(group);
    if (this.here?.wanted.id === group.id) await this.here.circle.follow(group);
  }

  private async restore({ bands, bpm, exercise, playing }: OpenState, goesOn: boolean): Promise<void> {
    const { circle } = this.required();
    for (const [member, id] of bands.entries()) if (id !== null) await circle.assign(id, member).catch(() => undefined);
    await circle.session.command({ kind: "tempo", bpm });
    if (!playing || !goesOn) return;
    await circle.session.command(
      exercise === undefined ? { kind: "start" } : { kind: "exercise", act: "start", ...exercise },
    );
  }

  private required(): Here {
    if (this.here === undefined) throw new Error("expected an open session, found none: choose who is here first");
    return this.here;
  }

  private wayView(): WayView {
    const { here, revision, isResumed, last, opts } = this;
    return wayViewOf({ revision, real: opts.ground.real, isResumed, last, pool: here?.pool ?? this.pool, here });
  }

  private stateNow(): OpenState | undefined {
    return this.here?.circle.stateNow(this.here.wanted.id);
  }

  private changed(): void {
    this.revision++;
    this.remembrance.write();
    if (this.here?.circle.hasNewcomers !== true) return;
    this.changing = this.changing.then(() => this.here?.circle.seatNewcomers()).catch(() => undefined);
    void this.changing.then(() => this.revision++);
  }

  private publish(view: SessionView): void {
    for (const subscriber of this.subscribers) subscriber(view);
  }
}
