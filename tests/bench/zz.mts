import { benchClocks } from "./clocks.ts";
for (const r of benchClocks()) console.log(r.what.split(":")[0],"|", r.value,"|", r.target);
