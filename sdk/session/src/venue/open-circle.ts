import { BandGroup, type OpenLink } from "@entrain/band";
import { mulberry32 } from "@entrain/synchrony";
import { sessionMicros } from "@entrain/protocol";
import { isUnderWay } from "../exercise/follow-state.ts";
import { consentOf, GROUP_CONSENTS, type GroupDocument } from "../group/group-document.ts";
import type { OpenState } from "./open-state.ts";
import type { Circle, FoundBand, PlaceView } from "../contract.ts";
import { LiveSession } from "../live-session.ts";
import { recordedLink } from "../record/recorded-link.ts";
import type { BandPool } from "./band-pool.ts";
import type { Ground, OpenRecording, VenueOpts } from "./ground.ts";
import { type Place, TO_BE_GIVEN } from "./places.ts";
import { Seat } from "./seat.ts";

export interface OpenCircleOpts {
  readonly venue: VenueOpts;
  readonly ground: Ground;
  readonly pool: BandPool;
  readonly circle: Circle;
  readonly title: string;
  readonly places: readonly Place[];
  /** False where no score is wanted. */
  readonly scores: boolean;
  /** Members who said yes before a break. */
  readonly admitted: readonly number[];
  readonly recording: OpenRecording | undefined;
}

/** The longest that a band which is taken away is waited for to say that it has stopped. */
const STOP_PATIENCE_MICROS = 700_000;

/** A session that is open: its places, the bands that come to them and leave, and what runs. */
export class OpenCircle {
  readonly session: LiveSession;
  readonly opts: OpenCircleOpts;
  private readonly group: BandGroup;
  private readonly seats: readonly Seat[];
  private readonly bandOf: (string | undefined)[];
  private readonly putAside = new Set<string>();
  private readonly answers = new Map<string, boolean>();

  constructor(opts: OpenCircleOpts) {
    const { venue, ground, circle, title, places, admitted, recording } = opts;
    const { scheduler } = ground;
    this.opts = opts;
    this.bandOf = places.map(() => undefined);
    this.seats = places.map(({ name }, member) => new Seat({ name, scheduler, around: this.recorded(member) }));
    this.group = new BandGroup(
      this.seats.map(({ band }) => band),
      { isVacant: (member) => this.bandOf[member] === undefined },
    );
    this.session = new LiveSession({
      scheduler,
      group: this.group,
      random: mulberry32(venue.seed),
      title,
      simulated: !ground.real,
      bpm: venue.bpm,
      exercises: venue.exercises,
      people: places.map(({ settings }) => settings),
      admission: circle === "group" ? "on-band" : "at-once",
      admitted,
      ...(recording && { recorder: recording.recorder }),
    });
  }

  get places(): readonly PlaceView[] {
    return this.opts.places.map(({ mark }, member) => {
      const bandId = this.bandOf[member];
      return { mark, ...(bandId !== undefined && { bandId }) };
    });
  }

  memberWith(bandId: string): number | undefined {
    const member = this.bandOf.indexOf(bandId);
    return member < 0 ? undefined : member;
  }

  /** The first place where nobody has a band. */
  get firstVacant(): number | undefined {
    const member = this.bandOf.indexOf(undefined);
    return member < 0 ? undefined : member;
  }

  /** What each was asked, as far as a session does not take it for granted. */
  async begin(): Promise<void> {
    for (const [member, { answers }] of this.opts.places.entries())
      for (const answer of answers) await this.answer(member, answer);
  }

  /** What a group says now: consents at once; comfort where it is softer, else from the next session on. */
  async follow(group: GroupDocument): Promise<void> {
    for (const person of group.people) {
      const member = this.opts.places.findIndex(({ name }) => name === person.pseudonym);
      if (member < 0) continue;
      for (const use of GROUP_CONSENTS) await this.answer(member, { use, given: consentOf(group, person, use) });
      const settings = person.settings ?? {};
      await this.session.command({ kind: "settings", member, settings }).catch(() => undefined);
    }
  }

  /** Whether a band is here that nobody has, and that a circle without names has a place for. */
  get hasNewcomers(): boolean {
    return this.newcomer !== undefined && this.firstVacant !== undefined;
  }

  /** Those who come take the first place that is free, in a circle without names. */
  async seatNewcomers(): Promise<void> {
    for (;;) {
      const { newcomer, firstVacant } = this;
      if (newcomer === undefined || firstVacant === undefined) return;
      await this.seat(newcomer.id, this.placeNamed(newcomer.label) ?? firstVacant);
    }
  }

  /** Enough to go on with after a break. */
  stateNow(groupId: string | undefined): OpenState {
    const { circle, recording } = this.opts;
    const { bands, playing, pacer, exercise } = this.session.view();
    return {
      format: "entrain-open-session",
      circle,
      ...(groupId !== undefined && { groupId }),
      bands: this.bandOf.map((id) => id ?? null),
      admitted: bands.filter(({ awaitsYes }) => awaitsYes === undefined).map(({ member }) => member),
      playing,
      bpm: pacer.bpm,
      ...(exercise !== undefined && isUnderWay(exercise) && { exercise: { name: exercise.name, step: exercise.step } }),
      ...(recording && { recording: { sessionId: recording.recorder.config.sessionId, file: recording.path } }),
    };
  }

  /** A band comes to a place, and changes places with the one that was there; or it is put aside. @throws Error */
  async assign(bandId: string, member: number | undefined): Promise<void> {
    const { pool, places } = this.opts;
    const port = pool.portOf(bandId);
    if (member !== undefined && !(Number.isInteger(member) && member >= 0 && member < places.length))
      throw new Error(`expected a member from 0 to ${String(places.length - 1)}, found ${String(member)}`);
    const before = this.memberWith(bandId);
    if (before === member) return;
    const other = member === undefined ? undefined : this.bandOf[member];
    if (before !== undefined) await this.vacate(before);
    if (member !== undefined && other !== undefined) await this.vacate(member);
    if (member !== undefined) await this.seat(bandId, member);
    if (other !== undefined && before !== undefined) await this.seat(other, before);
    else if (other !== undefined) pool.adopt(other);
    if (member !== undefined) return;
    this.putAside.add(bandId);
    pool.adopt(port.id);
  }

  /** Three soft pulses at a place. @throws Error where nobody has a band there */
  async identify(member: number, count: number): Promise<void> {
    await this.seats[member]?.band.identify(count);
  }

  /** All rest, what was kept is whole, and bands are anybody's again. */
  async close(): Promise<void> {
    const { pool, recording } = this.opts;
    const taken = this.bandOf.filter((id) => id !== undefined);
    await this.patient(this.group.stopAll(() => undefined));
    this.session.close();
    this.bandOf.fill(undefined);
    await this.group.close();
    for (const id of taken) pool.adopt(id);
    await recording?.close();
  }

  private async seat(bandId: string, member: number): Promise<void> {
    const { pool } = this.opts;
    const { openLink, onSeated } = pool.portOf(bandId);
    this.putAside.delete(bandId);
    this.bandOf[member] = bandId;
    await pool.release(bandId);
    await this.seats[member]?.take(openLink);
    onSeated?.();
  }

  /** A virtual person has the band of their name. */
  private placeNamed(label: string): number | undefined {
    const member = this.opts.places.findIndex(({ name }) => name === label);
    return member >= 0 && this.bandOf[member] === undefined ? member : undefined;
  }

  private get newcomer(): FoundBand | undefined {
    const { pool, circle } = this.opts;
    if (circle === "group") return undefined;
    return pool.bands.find(
      ({ id, state }) => state === "here" && this.memberWith(id) === undefined && !this.putAside.has(id),
    );
  }

  private async answer(member: number, { use, given }: Place["answers"][number]): Promise<void> {
    const key = `${String(member)} ${use}`;
    const isKnown = (this.answers.get(key) ?? !TO_BE_GIVEN.has(use)) === given;
    if (isKnown || (use === "raw-recording" && this.opts.recording === undefined)) return;
    this.answers.set(key, given);
    await this.session.command({ kind: "consent", member, use, given });
  }

  /** A band that is taken away stops first: nobody is to be pulsed by what they have just put down. */
  private async vacate(member: number): Promise<void> {
    const seat = this.seats[member];
    if (seat?.band.state === "ready") await this.patient(seat.band.stopAll().catch(() => undefined));
    this.bandOf[member] = undefined;
    await seat?.take(undefined);
  }

  private async patient(done: Promise<void>): Promise<void> {
    const { scheduler } = this.opts.ground;
    await new Promise<void>((resolve) => {
      const tMicros = sessionMicros(scheduler.nowMicros() + STOP_PATIENCE_MICROS);
      const cancel = scheduler.at(tMicros, resolve);
      void done.then(() => {
        cancel();
        resolve();
      });
    });
  }

  private recorded(member: number): (openLink: OpenLink) => OpenLink {
    const { recording, ground } = this.opts;
    if (recording === undefined) return (openLink) => openLink;
    const { recorder } = recording;
    return (openLink) =>
      recordedLink({ openLink, member, clock: ground.scheduler, record: (entry) => recorder.append(entry) });
  }
}
