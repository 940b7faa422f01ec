import { runPair } from "./pair.ts";
import { quantile } from "../statistics.ts";
const boards: ["xiao-sense"|"banglejs2", "usb"|"ble"][] = [["xiao-sense","usb"],["xiao-sense","ble"],["banglejs2","ble"]];
for (const [board, link] of boards) for (const gesture of ["drum","clap","step",undefined] as const) {
  const r = await runPair({ board, link, gesture, seed: 5, seconds: 40 });
  console.log(board, link, gesture, "moves", r.movements, "told", r.told, "false", r.falseOnsets, "delay p50/p95/max", [0.5,.95,1].map(q=>quantile(r.delaysMillis,q).toFixed(1)).join("/"), "n", r.delaysMillis.length, "measured p50", quantile(r.measuredMillis,.5).toFixed(1), JSON.stringify(r.outcomes));
}
