import { jump, Led, ramp } from "./pacers.ts";
import { runTrial, type Trial } from "./trial.ts";
const [from, count] = process.argv.slice(2).map(Number) as [number, number];
const extra = JSON.parse(process.argv[4] ?? "{}");
const which = process.argv[5] ?? "abc";
const med = (v: number[]) => [...v].sort((a, b) => a - b)[v.length >> 1];
const run = (name: string, f: Parameters<typeof runTrial>[1]) => {
  const t0 = process.cpuUsage().user;
  const trials: Trial[] = [];
  for (let s = from; s < from + count; s++) trials.push(runTrial(s, f));
  const o = trials.map((t) => t.outcome);
  console.log(name.padEnd(14), "median s", med(o.map((x) => x.secondsToTarget)), "sync", (o.reduce((a, x) => a + x.inSyncShare, 0) / count).toFixed(3), "lost", o.filter((x) => x.isLost).length, "never", o.filter(x=>x.secondsToTarget===Infinity).length, "fell", trials.filter(t=>{let a=0,l=false;t.truth.shares.forEach((x,i)=>{a=x<.5?a+1:0;if(i>75&&a>=Number(process.env.LS??30))l=true});return l}).length, "cpu", ((process.cpuUsage().user - t0) / 1e6).toFixed(1));
  return trials;
};
const a = which.includes("a") ? run("jump", jump) : [];
if (which.includes("b")) for (const seconds of [30, 60, 90, 120, 180, 240, 300, 360]) run(`ramp ${seconds}`, (g, t) => ramp(g, t, { leadInBeats: 16, seconds }));
if (which.includes("c")) {
const c = run("led", (g) => new Led(g, extra));
console.log("kept by a, lost by c:", a.filter((t, k) => !t.outcome.isLost && c[k]?.outcome.isLost).length);
for (const t of c.filter(t => t.outcome.isLost).slice(0, Number(process.argv[6] ?? 0))) {
  console.log("----", t.group.ownBpm.toFixed(0), t.group.targetBpm.toFixed(0), t.group.people.map(p=>p.part).join(" "), JSON.stringify(t.outcome));
  for (const d of t.decisions) console.log(((d.tMicros-123456789)/1e6).toFixed(0), d.phase, d.words, t.truth.shares[Math.floor((d.tMicros-123456789)/1e6)]?.toFixed(2));
}}
