import type { MemberState } from "../api.ts";
import { wrapRad } from "../circular.ts";
import { FRAME_HZ } from "../grid.ts";
import { BRIDGED_FRAMES, StateMachine } from "../member-state.ts";
import { MovementSignal } from "../movement-signal.ts";
import { OnsetLog } from "../onsets/onset-log.ts";
import { OwnPulses } from "../own-pulses.ts";
import { settledDelayFrames, settledPhaseRad } from "../settled-phase.ts";
import { SlidingPhase } from "../sliding-phase.ts";
import { TempoFinder } from "../tempo.ts";
import { CellResampler } from "./cells.ts";
import { FrameTrack } from "./growable.ts";
import { Inbox } from "./inbox.ts";

/** Effort is felt, and compared here, as a ratio; below this it is rest. */
const ENVELOPE_FLOOR_G = 0.02;
/** The filters' own start is the same for all, and would correlate. */
const ENVELOPE_SETTLES_FRAMES = 3 * FRAME_HZ;
/** A tempo once found is tracked by its phase; the spectrum only watches over it. */
const TEMPO_EVERY_FRAMES = 2 * FRAME_HZ;
const TEMPO_SEARCH_FRAMES = FRAME_HZ;
/** The spectrum overrules the tracked tempo when it says otherwise by this ratio, twice running. */
const RETUNE_RATIO = 1.12;
/** Above this the tracked tempo is where the movement is; the spectrum of 20 s is only remembering an older one. */
const TRUSTED_CONCENTRATION = 0.5;
const TRACK_CYCLES = 1.5;
const QUALITY_FRAMES = 10 * FRAME_HZ;
const ADMITTED_FRAMES = 8 * FRAME_HZ;
/** The kernel reaches this far past the last sample that a pulse blanked. */
const BLANK_EDGE_FRAMES = 5;
/** A settled phase that pauses for longer begins anew. */
const STRETCH_GAP_FRAMES = 5 * FRAME_HZ;
const UNHEARD_FRAMES = 2 * FRAME_HZ;

/** Everything about one member: samples in, one frame at a time out. All tracks are numbered by frame. */
export class MemberTrack {
  readonly inbox = new Inbox();
  readonly pulses = new OwnPulses();
  readonly machine = new StateMachine();
  readonly live = new SlidingPhase();
  /** Hits and claps, from the samples at their own rate. */
  readonly onsets = new OnsetLog();
  present = true;
  tempoHz = NaN;
  /** Live movement phase now, NaN unless ok. */
  phaseRad = NaN;
  /** The movement along its axis, g; 0 in gaps. */
  readonly signal: FrameTrack;
  /** Settled phase, NaN where the member was not ok or two cycles have not passed. */
  readonly settled: FrameTrack;
  /** Logarithm of the movement envelope; NaN without signal. */
  readonly envelope: FrameTrack;
  /** 1 where the member moved, NaN elsewhere. */
  readonly moving: FrameTrack;
  /** Shares of about the last 10 s, [0, 1]. */
  blankedShare = 0;
  missingShare = 0;
  readonly framesIn: Record<MemberState, number> = { still: 0, acquiring: 0, ok: 0, dropout: 0, "ambiguous-tempo": 0 };
  /** Frames [settledFrom, settledTo) are the latest stretch of settled phase, short gaps included. */
  settledFrom = 0;
  settledTo = 0;
  readonly #ok: FrameTrack;
  readonly #cells: CellResampler;
  readonly #movement = new MovementSignal();
  readonly #tempo = new TempoFinder();
  readonly #stagger: number;
  #firstFrame = 0;
  #movingSince = -1;
  #gapFrames = BRIDGED_FRAMES + 1;
  #gapIsOwnMotor = false;
  #sinceBlank = BRIDGED_FRAMES;
  #everHeard = false;
  #rival = 0;
  #disagreed = 0;
  #nextSettled = 0;
  #oriented = false;

  constructor(originMicros: number, keepFrames: number, stagger: number) {
    this.#cells = new CellResampler(originMicros, this.onsets);
    this.settled = new FrameTrack(keepFrames);
    this.envelope = new FrameTrack(keepFrames);
    this.moving = new FrameTrack(keepFrames);
    this.signal = new FrameTrack(keepFrames);
    this.#ok = new FrameTrack(keepFrames);
    this.#stagger = stagger;
  }

  /** Whether upwards is told from downwards. */
  get signKnown(): boolean {
    return this.#movement.signKnown;
  }

  get amplitudeG(): number {
    return this.#movement.amplitudeG;
  }

  step(frame: number, hintHz: number | undefined): void {
    this.#cells.frame(frame, this.inbox, this.pulses, this.#movement.restG);
    this.#sense(frame);
    const state = this.machine.state;
    this.#measure(frame, hintHz);
    this.machine.next({
      present: this.present,
      gapFrames: this.#gapFrames,
      gapIsOwnMotor: this.#gapIsOwnMotor,
      amplitudeG: this.#movement.amplitudeG,
      phaseKnown: !Number.isNaN(this.live.phaseRad),
      concentration: this.live.concentration,
      rival: this.#rival,
    });
    // Nobody is gone before they came: the link's first second is not counted against a member.
    if (this.#everHeard || frame >= UNHEARD_FRAMES) this.framesIn[this.machine.state]++;
    this.moving.push(this.machine.moving ? 1 : NaN);
    const ok = this.machine.state === "ok";
    if (this.machine.moving && this.#movingSince < 0) this.#movingSince = frame;
    if (!this.machine.moving && state !== this.machine.state) this.#forgetTempo();
    if (ok && !this.#oriented) this.#orient(frame);
    this.phaseRad = ok ? wrapRad(this.live.phaseRad - this.#movement.leadRad(this.tempoHz)) : NaN;
    if (ok && state !== "ok") this.#admit(frame);
    this.#ok.push(ok && this.#gapFrames <= BRIDGED_FRAMES ? 1 : 0);
    this.settled.push(NaN);
    this.#settle(frame);
  }

  /** A rhythm once found was there since the movement began: its first seconds are settled with the rest. */
  #admit(frame: number): void {
    const from = Math.max(this.#movingSince, frame - ADMITTED_FRAMES, this.#ok.base);
    for (let f = from; f < frame; f++) this.#ok.set(f, 1);
  }

  /** Adds the frame to the movement signal, bridging a short gap that it ends. */
  #sense(frame: number): void {
    const [x = 0, y = 0, z = 0] = this.#cells.accelG;
    const valid = this.#cells.covered >= 0.5;
    const rate = Math.max(1 / QUALITY_FRAMES, 1 / (frame + 1));
    this.#sinceBlank = this.#cells.blanked ? 0 : this.#sinceBlank + 1;
    const ownMotor = this.#sinceBlank <= BLANK_EDGE_FRAMES;
    this.blankedShare += (Number(!valid && ownMotor) - this.blankedShare) * rate;
    this.missingShare += (Number(!valid && !ownMotor) - this.missingShare) * rate;
    if (!valid) {
      this.#gapFrames++;
      // A gap is the own motor's as long as its pulses last; then it is a dropout like any other.
      this.#gapIsOwnMotor = ownMotor;
      this.signal.push(this.#gapFrames > BRIDGED_FRAMES ? 0 : this.signal.at(frame - 1));
      this.envelope.push(NaN);
      return;
    }
    if (this.#gapFrames > BRIDGED_FRAMES && !this.#gapIsOwnMotor) this.#restart(frame);
    const signal = this.#movement.next(x, y, z);
    this.signal.push(signal);
    if (this.#gapFrames > 0) this.#bridge(frame, signal);
    this.#gapFrames = 0;
    this.#everHeard = true;
    this.#gapIsOwnMotor = false;
    const envelope = Math.log(this.#cells.envelopeG + ENVELOPE_FLOOR_G);
    this.envelope.push(this.present && frame - this.#firstFrame >= ENVELOPE_SETTLES_FRAMES ? envelope : NaN);
  }

  #restart(frame: number): void {
    this.#movement.reset();
    this.#firstFrame = frame;
    this.#gapFrames = 0;
    this.#forgetTempo();
  }

  #forgetTempo(): void {
    this.tempoHz = NaN;
    this.live.reset();
    this.#movingSince = -1;
    this.#disagreed = 0;
    this.#oriented = false;
  }

  /** A straight line over the frames that had no data, up to one second back. */
  #bridge(frame: number, signal: number): void {
    const length = Math.min(this.#gapFrames, FRAME_HZ);
    const from = this.signal.at(frame - length - 1);
    if (Number.isNaN(from)) return;
    for (let k = 1; k <= length; k++)
      this.signal.set(frame - length - 1 + k, from + ((signal - from) * k) / (length + 1));
  }

  #measure(frame: number, hintHz: number | undefined): void {
    if (!this.machine.moving) return;
    const first = Math.max(this.#firstFrame, this.#movingSince, this.signal.base);
    const every = Number.isNaN(this.tempoHz) ? TEMPO_SEARCH_FRAMES : TEMPO_EVERY_FRAMES;
    if ((frame + this.#stagger) % every === 0) this.#retune(frame, first, hintHz);
    if (Number.isNaN(this.tempoHz)) return;
    const measured = this.live.next(this.signal, frame, first, this.tempoHz);
    if (!(Math.abs(measured / this.tempoHz - 1) < 0.25)) return;
    const rate = Math.min(0.2, this.tempoHz / (FRAME_HZ * TRACK_CYCLES));
    this.tempoHz = Math.min(4, Math.max(0.05, this.tempoHz + (measured - this.tempoHz) * rate));
  }

  #retune(frame: number, first: number, hintHz: number | undefined): void {
    const found = this.#tempo.find(this.signal, frame, first, hintHz);
    if (found === undefined) return;
    this.#rival = found.rival;
    const ratio = Math.abs(Math.log(found.tempoHz / this.tempoHz));
    this.#disagreed = ratio > Math.log(RETUNE_RATIO) ? this.#disagreed + 1 : 0;
    if (Number.isNaN(this.tempoHz) || (this.#disagreed >= 2 && this.live.concentration < TRUSTED_CONCENTRATION)) {
      this.tempoHz = found.tempoHz;
      this.#disagreed = 0;
    }
  }

  #orient(frame: number): void {
    this.#oriented = true;
    if (!this.#movement.orient()) return;
    for (let f = Math.max(this.#firstFrame, this.signal.base); f <= frame; f++) this.signal.set(f, -this.signal.at(f));
    this.live.next(this.signal, frame, this.#firstFrame, this.tempoHz);
  }

  #settle(frame: number): void {
    if (this.machine.state !== "ok") return;
    const last = frame - settledDelayFrames(this.tempoHz);
    const lead = this.#movement.leadRad(this.tempoHz);
    const earliest = this.signal.base + settledDelayFrames(this.tempoHz);
    for (let f = Math.max(this.#nextSettled, earliest); f <= last; f++) {
      if (this.#ok.at(f) !== 1) continue;
      this.settled.set(f, wrapRad(settledPhaseRad(this.signal, f, this.tempoHz) - lead));
      if (f - this.settledTo > STRETCH_GAP_FRAMES) this.settledFrom = f;
      this.settledTo = f + 1;
    }
    this.#nextSettled = Math.max(this.#nextSettled, last + 1);
  }
}
