import { BandErrorCode } from "@entrain/protocol";
import { HAS_AIR, isOnAir } from "#air";
import { AXES, startImu } from "#board";
import { sendUnasked, sent, upTo } from "./credit.ts";
import { frame16, frame32, frame8, frameF64 } from "./frame.ts";
import { isQuiet } from "./quiet.ts";
import { reportError } from "./report.ts";
import { IMU_AXES_U16, IMU_BURST, IMU_FIRST_F64, IMU_INDEX_U32, IMU_LAST_F64, IMU_SAMPLES } from "./wire.ts";

const BYTES_PER_SAMPLE = 2 * AXES;

/** Samples since boot; those that could not be sent count too, so that a host sees the gap. */
let sampleIndex = 0;
export let samplesDropped = 0;

const onWrongChip = (whoAmI: number): void => {
  reportError(BandErrorCode.imu, whoAmI);
};

export const startMotion = (): void => {
  startImu(
    () => (sent < upTo || (HAS_AIR && isOnAir)) && !isQuiet(),
    (bytes, count, tFirstMicros, tLastMicros) => {
      if (sent < upTo) {
        frameF64[IMU_FIRST_F64] = tFirstMicros;
        frameF64[IMU_LAST_F64] = tLastMicros;
        frame32[IMU_INDEX_U32] = sampleIndex;
        frame16[IMU_AXES_U16] = AXES;
        frame8.set(bytes, IMU_SAMPLES);
        sendUnasked(IMU_BURST, IMU_SAMPLES + count * BYTES_PER_SAMPLE);
      } else samplesDropped += count;
      sampleIndex += count;
    },
    onWrongChip,
    isQuiet,
  );
};
