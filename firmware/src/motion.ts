import { BandErrorCode } from "@entrain/protocol";
import { AXES, startImu } from "#board";
import { hasCredit, takeCredit } from "./credit.ts";
import { out16, out32, out8, outF64, send } from "./frame-out.ts";
import { isQuiet } from "./player.ts";
import { reportError } from "./report.ts";
import { IMU_AXES_U16, IMU_BURST, IMU_FIRST_F64, IMU_INDEX_U32, IMU_LAST_F64, IMU_SAMPLES } from "./wire.ts";

const BYTES_PER_SAMPLE = 2 * AXES;

/** Samples since boot; those that could not be sent count too, so that a host sees the gap. */
let sampleIndex = 0;
let dropped = 0;

export const samplesDropped = (): number => dropped;

const onWrongChip = (whoAmI: number): void => {
  reportError(BandErrorCode.imu, whoAmI);
};

export const startMotion = (): void => {
  startImu(
    isQuiet,
    hasCredit,
    (bytes, count, tFirstMicros, tLastMicros) => {
      if (takeCredit()) {
        outF64[IMU_FIRST_F64] = tFirstMicros;
        outF64[IMU_LAST_F64] = tLastMicros;
        out32[IMU_INDEX_U32] = sampleIndex;
        out16[IMU_AXES_U16] = AXES;
        out8.set(bytes, IMU_SAMPLES);
        send(IMU_BURST, IMU_SAMPLES + count * BYTES_PER_SAMPLE);
      } else dropped += count;
      sampleIndex += count;
    },
    onWrongChip,
  );
};
