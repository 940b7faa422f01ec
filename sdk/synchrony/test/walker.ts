import { wrapRad } from "../src/index.ts";
import { FrameTrack } from "../src/internal/growable.ts";

const FRAMES = 750;
const FRAME_HZ = 25;

/** 30 s of phase of someone whose tempo lies within 3 % and whose timing is a random walk; with holes, if asked. */
export const walker = (
  tempoHz: number,
  noise: number,
  holes: boolean,
  random: () => number,
  normal: () => number,
): FrameTrack => {
  const track = new FrameTrack(Infinity);
  const own = tempoHz * (1 + 0.03 * (2 * random() - 1));
  let rad = 2 * Math.PI * random();
  for (let f = 0; f < FRAMES; f++) {
    track.push(holes && f % 150 < 25 ? NaN : wrapRad(rad));
    rad += (2 * Math.PI * own) / FRAME_HZ + 2 * Math.PI * noise * Math.sqrt(own / FRAME_HZ) * normal();
  }
  return track;
};
