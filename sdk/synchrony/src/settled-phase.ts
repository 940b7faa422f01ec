import { FRAME_HZ } from "./grid.ts";
import type { FrameTrack } from "./internal/growable.ts";

/** Half-width of the kernel in cycles: the delay of the settled track. */
const SETTLED_CYCLES = 2;
const SAMPLES_PER_CYCLE = 16;

/** Frames by which the settled track is behind at a tempo. */
export const settledDelayFrames = (tempoHz: number): number => Math.ceil((SETTLED_CYCLES * FRAME_HZ) / tempoHz);

/**
 * Settled phase: a Hann-weighted complex FIR at the member's tempo, centred on the frame (four cycles long, so two cycles
 * late). It is a band-pass and the analytic signal in one and symmetric in time, so a wrong tempo biases nothing.
 *
 * @returns phase at `frame`, (−π, π]
 */
export const settledPhaseRad = (signal: FrameTrack, frame: number, tempoHz: number): number => {
  const stride = Math.max(1, Math.floor(FRAME_HZ / (SAMPLES_PER_CYCLE * tempoHz)));
  const half = Math.floor((SETTLED_CYCLES * FRAME_HZ) / (tempoHz * stride));
  const stepRad = (2 * Math.PI * tempoHz * stride) / FRAME_HZ;
  const hannRad = Math.PI / (half + 1);
  const stepCos = Math.cos(stepRad);
  const stepSin = Math.sin(stepRad);
  const hannCos = Math.cos(hannRad);
  const hannSin = Math.sin(hannRad);
  const data = signal.data;
  const centre = frame - signal.base;
  let re = data[centre] ?? 0;
  let im = 0;
  let c = 1;
  let s = 0;
  let hc = 1;
  let hs = 0;
  for (let m = 1; m <= half; m++) {
    let next = c * stepCos - s * stepSin;
    s = s * stepCos + c * stepSin;
    c = next;
    next = hc * hannCos - hs * hannSin;
    hs = hs * hannCos + hc * hannSin;
    hc = next;
    const weight = 0.5 + 0.5 * hc;
    const after = data[centre + m * stride] ?? 0;
    const before = data[centre - m * stride] ?? 0;
    re += weight * (before + after) * c;
    im += weight * (before - after) * s;
  }
  return Math.atan2(im, re);
};
