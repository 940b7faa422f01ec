import { wrapRad } from "../circular.ts";
import { FRAME_HZ } from "../grid.ts";
import { BRIDGED_FRAMES, StateMachine } from "../member-state.ts";
import { MovementSignal } from "../movement-signal.ts";
import { OnsetLog } from "../onsets/onset-log.ts";
import { OwnPulses } from "../own-pulses.ts";
import { SlidingPhase } from "../sliding-phase.ts";
import { CellResampler } from "./cells.ts";
import { FrameTrack } from "./growable.ts";
import { Inbox } from "./inbox.ts";
import { SettledTrack } from "./settled-track.ts";
import { STATE_CODES, STATE_COUNT } from "./state-shares.ts";
import { TempoTracker } from "./tempo-tracker.ts";

/** Effort is felt, and compared here, as a ratio; below this it is rest. */
const ENVELOPE_FLOOR_G = 0.02;
/** The filters' own start is the same for all, and would correlate. */
const ENVELOPE_SETTLES_FRAMES = 3 * FRAME_HZ;
/** A tempo with a tenth of the movement's power is as good as found (see RHYTHM_FOUND). */
const PART_WEIGHT = 3;
/** Longer gaps of the own motor stay at rest in the signal. */
const LONGEST_LINE_FRAMES = 6 * FRAME_HZ;
const COASTING_CYCLES = 0.6;
const QUALITY_FRAMES = 10 * FRAME_HZ;
const ADMITTED_FRAMES = 8 * FRAME_HZ;
/** The kernel reaches this far past the last sample that a pulse blanked. */
const BLANK_EDGE_FRAMES = 5;
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
  /** Code of the state, frame by frame; see {@link stateSharesOver}. */
  readonly states: FrameTrack;
  /** Shares of about the last 10 s, [0, 1]. */
  blankedShare = 0;
  missingShare = 0;
  /** Frames in each state since the start, by its code. */
  readonly framesIn = new Float64Array(STATE_COUNT);
  /** First frame of the present movement, −1 while there is none. */
  movingSince = -1;
  readonly #ok: FrameTrack;
  readonly #cells: CellResampler;
  readonly #movement = new MovementSignal();
  readonly #tempo: TempoTracker;
  readonly #settled: SettledTrack;
  #firstFrame = 0;
  #gapFrames = BRIDGED_FRAMES + 1;
  /** Acceleration before the gap, g. */
  readonly #before = new Float64Array(3);
  #gapIsOwnMotor = false;
  #sinceBlank = BRIDGED_FRAMES;
  #everHeard = false;
  #oriented = false;

  constructor(originMicros: number, keepFrames: number, stagger: number) {
    this.#cells = new CellResampler(originMicros, this.onsets);
    this.#tempo = new TempoTracker(stagger);
    this.settled = new FrameTrack(keepFrames);
    this.#settled = new SettledTrack(this.settled);
    this.envelope = new FrameTrack(keepFrames);
    this.moving = new FrameTrack(keepFrames);
    this.states = new FrameTrack(keepFrames);
    this.signal = new FrameTrack(keepFrames);
    this.#ok = new FrameTrack(keepFrames);
  }

  /** NaN until found. */
  get tempoHz(): number {
    return this.#tempo.tempoHz;
  }

  /** Frames [settledFrom, settledTo) are the latest stretch of settled phase, short gaps included. */
  get settledFrom(): number {
    return this.#settled.from;
  }

  get settledTo(): number {
    return this.#settled.to;
  }

  /** Whether upwards is told from downwards. */
  get signKnown(): boolean {
    return this.#movement.signKnown;
  }

  get amplitudeG(): number {
    return this.#movement.amplitudeG;
  }

  /**
   * How clearly there is a rhythm: the share of the last two cycles' power that is at the tempo, where that tempo has a part
   * in the movement at all. While a slow breath turns, noise alone fills so short a window.
   */
  get #clarity(): number {
    const { amplitudeG } = this.#movement;
    const part = amplitudeG > 0 ? this.live.powerG2 / (amplitudeG * amplitudeG) : 0;
    return Math.min(this.live.concentration, PART_WEIGHT * part);
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
      concentration: this.#clarity,
      rival: this.#tempo.rival,
    });
    const now = this.machine.state;
    const ok = now === "ok";
    const code = STATE_CODES[now];
    this.states.push(code);
    // Nobody is gone before they came: the link's first second is not counted against a member.
    if (this.#everHeard || frame >= UNHEARD_FRAMES) this.framesIn[code] = (this.framesIn[code] as number) + 1;
    this.moving.push(this.machine.moving ? 1 : NaN);
    if (this.machine.moving && this.movingSince < 0) this.movingSince = frame;
    if (!this.machine.moving && state !== now) this.#forgetTempo();
    if (ok && !this.#oriented) this.#orient(frame);
    const leadRad = ok ? this.#movement.leadRad(this.tempoHz) : NaN;
    this.phaseRad = ok ? wrapRad(this.live.phaseRad - leadRad) : NaN;
    if (ok && state !== "ok") this.#admit(frame);
    this.#ok.push(ok && (this.#gapFrames <= BRIDGED_FRAMES || this.#isCoasting) ? 1 : 0);
    this.settled.push(NaN);
    if (ok) this.#settled.settle(this.signal, this.#ok, frame, this.tempoHz, leadRad);
  }

  /** A rhythm once found was there since the movement began: its first seconds are settled with the rest. */
  #admit(frame: number): void {
    const from = Math.max(this.movingSince, frame - ADMITTED_FRAMES, this.#ok.base);
    for (let f = from; f < frame; f++) this.#ok.set(f, 1);
  }

  /** Adds the frame to the movement signal, bridging a short gap that it ends. */
  #sense(frame: number): void {
    const x = this.#cells.accelG[0] as number;
    const y = this.#cells.accelG[1] as number;
    const z = this.#cells.accelG[2] as number;
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
    if (this.#gapFrames > 0) this.#bridge(frame, x, y, z);
    this.signal.push(this.#movement.next(x, y, z));
    this.#before[0] = x;
    this.#before[1] = y;
    this.#before[2] = z;
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
    this.#tempo.forget();
    this.live.reset();
    this.movingSince = -1;
    this.#oriented = false;
  }

  /**
   * The acceleration between the two sides of a gap is taken to be a line, and goes the way of all samples: symmetrical, so
   * it shifts no phase. Of a slow breath played as a train of pulses this keeps the rhythm; a fast movement is not scored there.
   */
  #bridge(frame: number, x: number, y: number, z: number): void {
    const length = this.#gapFrames;
    if (length > LONGEST_LINE_FRAMES || frame - length - 1 < this.#firstFrame) return;
    const [bx = 0, by = 0, bz = 0] = this.#before;
    for (let k = 1; k <= length; k++) {
      const share = k / (length + 1);
      const signal = this.#movement.next(bx + (x - bx) * share, by + (y - by) * share, bz + (z - bz) * share);
      this.signal.set(frame - length - 1 + k, signal);
    }
  }

  /** The own motor hides less than the larger part of a cycle of a known rhythm: phase goes on at its tempo. */
  get #isCoasting(): boolean {
    return this.#gapFrames > 0 && this.#gapIsOwnMotor && this.#gapFrames * this.tempoHz < COASTING_CYCLES * FRAME_HZ;
  }

  #measure(frame: number, hintHz: number | undefined): void {
    if (!this.machine.moving) return;
    const first = Math.max(this.#firstFrame, this.movingSince, this.signal.base);
    this.#tempo.watch(this.signal, frame, first, hintHz, {
      concentration: this.live.concentration,
      clarity: this.#clarity,
    });
    if (Number.isNaN(this.tempoHz)) return;
    if (this.#isCoasting && !Number.isNaN(this.live.phaseRad)) {
      this.live.coast(this.tempoHz);
      return;
    }
    this.#tempo.follow(this.live.next(this.signal, frame, first, this.tempoHz));
  }

  #orient(frame: number): void {
    this.#oriented = true;
    if (!this.#movement.orient()) return;
    for (let f = Math.max(this.#firstFrame, this.signal.base); f <= frame; f++) this.signal.set(f, -this.signal.at(f));
    this.live.next(this.signal, frame, this.#firstFrame, this.tempoHz);
  }
}
