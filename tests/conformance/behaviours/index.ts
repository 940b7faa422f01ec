import type { Behaviour } from "./behaviour.ts";
import { faults } from "./faults.ts";
import { leading } from "./leading.ts";
import { limits } from "./limits.ts";
import { playing } from "./playing.ts";
import { random } from "./random.ts";
import { stopping } from "./stopping.ts";
import { talking } from "./talking.ts";
import { wearing } from "./wearing.ts";

/** What every band must show. */
export const behaviours: readonly Behaviour[] = [
  ...talking,
  ...playing,
  ...limits,
  ...stopping,
  ...wearing,
  ...leading,
  ...faults,
  ...random,
];
