import { banglejs2 } from "./banglejs2.ts";
import type { BoardFacts } from "./board.ts";
import { xiaoSense } from "./xiao-sense.ts";
import { xiaoTap } from "./xiao-tap.ts";

export type { BoardFacts, ImuFacts, MotorFacts } from "./board.ts";
export { banglejs2 } from "./banglejs2.ts";
export { xiaoSense } from "./xiao-sense.ts";
export { xiaoTap } from "./xiao-tap.ts";
export * from "./imu-scales.ts";
export { linearActuator } from "./linear-actuator.ts";
export * from "./motor-response.ts";
export { xiaoSenseWiring, xiaoTapWiring } from "./xiao-sense-wiring.ts";

export type BoardId = BoardFacts["id"];

/** Every supported board by its id. */
export const boards: Readonly<Record<BoardId, BoardFacts>> = {
  banglejs2,
  "xiao-sense": xiaoSense,
  "xiao-tap": xiaoTap,
};
