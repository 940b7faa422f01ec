import "./main.ts";
import { driveErm } from "./board/erm.ts";
import { MPU6050_ACCEL_8_G, MPU6050_GYRO_2000_DPS } from "./board/imu-registers.ts";
import { armKx023, hasKx023Woken, setKx023WakeUp, setKx023Wideband, startKx023 } from "./board/kx023.ts";
import { startTapEngine } from "./board/lsm6ds3-taps.ts";
import { readMpu6050, startMpu6050, waitingMpu6050 } from "./board/mpu6050.ts";
import { IMU_ADDRESS, imuBus } from "./board/xiao-imu.ts";
import { startDoubleTaps } from "./double-tap.ts";
import { frame32 } from "./frame.ts";
import { sealRefusal, setGroupKey } from "./seal-check.ts";

// A bundle that no band runs: a board's, and every driver beside those that it uses, and the check of seals. It is there to
// be weighed (`test/bundle.test.ts`): whoever builds a band of other parts has room for any of them.

E.on("kill", () => {
  setGroupKey(frame32, 1, 2);
  if (sealRefusal() > 0) return;
  startDoubleTaps();
  startTapEngine(imuBus, IMU_ADDRESS);
  startMpu6050(imuBus, IMU_ADDRESS, MPU6050_ACCEL_8_G, MPU6050_GYRO_2000_DPS);
  readMpu6050(imuBus, IMU_ADDRESS, waitingMpu6050(imuBus, IMU_ADDRESS));
  driveErm(D2, D3, 255);
  startKx023();
  setKx023Wideband(true);
  setKx023WakeUp(1);
  if (hasKx023Woken()) armKx023();
});
