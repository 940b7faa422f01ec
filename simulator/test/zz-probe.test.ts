import { test } from "vitest";
import { rig, play } from "./rig.ts";
test("speed", () => {
  for (const streams of [true,false]) { 
  const host = rig(1); play(host); if(!streams) host.endContact();
  let t=performance.now(); host.wait(100e6); console.log(streams, performance.now()-t, "ms for 100 s"); }
});
