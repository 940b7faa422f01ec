import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { withShortEquality } from "../build/shrink/equality.ts";
import { namedShort } from "../build/shrink/names.ts";
import { withNamedNatives } from "../build/shrink/natives.ts";

/** What a program says, by `say(…)`, and what it asks of its hardware, by `digitalWrite(…)`. */
const saidBy = (code: string): readonly string[] => {
  const said: string[] = [];
  const say = (...values: readonly unknown[]): unknown => {
    said.push(values.map(String).join(" "));
    return values[0];
  };
  runInNewContext(code, { say, digitalWrite: say, E: { tick: say } });
  return said;
};

const sameAs = (code: string, result: string): string => {
  expect(saidBy(result)).toEqual(saidBy(code));
  expect(saidBy(code).length).toBeGreaterThan(0);
  return result;
};

const namedFrom = (code: string): string => sameAs(code, namedShort(code));

describe("names", () => {
  it("are shortest for what is named most, whoever declares it", () => {
    const many = Array.from({ length: 60 }, (_, at) => `v${String(at)}=${String(at)}`).join(",");
    const result = namedFrom(`var ${many},busy=7,f=function(x){return x+busy+busy+busy};say(f(1),busy,busy)`);
    expect(result).toContain("a=7");
    expect(result).toContain("function(b){return b+a+a+a}");
  });

  it("are never those of another that is named in the same place", () => {
    namedFrom("var x=1,f=function(y){var z=x+y;return function(w){return w+x+y+z}};say(f(2)(3),x)");
    namedFrom("var x=1,f=function(){var y=2;return function(){var z=3;say(x,z);return y}()};say(f())");
    namedFrom("var f=function(n){return n?g(n-1):0},g=function(m){return m?f(m-1):1};say(f(4),f(5))");
    namedFrom("var t='outer',f=function(){try{throw 'thrown'}catch(e){say(e,t)}};f()");
  });

  it("of functions that never meet are the same", () => {
    const result = namedFrom("var f=function(p){return p},g=function(q){return q};say(f(1),g(2))");
    const parameters = [...result.matchAll(/function\((\w)\)/g)].map(([, name]) => name);
    expect(new Set(parameters).size).toBe(1);
  });

  it("are none that the interpreter has", () => {
    const result = namedFrom("var first=1,second=2;E.tick(first,first,second);say({first:3}.first)");
    expect(result).toContain("E.tick(");
    expect(result).toContain("{first:3}.first");
    expect(namedShort("var q=1,f=function(){return a+q+q};f()")).not.toMatch(/a=1/);
  });
});

describe("functions of the interpreter's", () => {
  const natives = new Set(["digitalWrite"]);

  it("have a variable where they are called often", () => {
    const code = "digitalWrite(1);digitalWrite(2);digitalWrite(3);say(Math.floor(2.5))";
    const result = sameAs(code, withNamedNatives(code, natives));
    expect(result.match(/(?<!\$)digitalWrite\(/g)).toBeNull();
    expect(result).toContain("Math.floor(2.5)");
  });

  it("have none where that would be longer, or where their name is another's", () => {
    expect(withNamedNatives("digitalWrite(1)", natives)).toBe("digitalWrite(1)");
    const code = "o.digitalWrite(1);o.digitalWrite(2);o.digitalWrite(3);o.digitalWrite(4)";
    expect(withNamedNatives(code, natives)).toBe(code);
  });
});

describe("comparisons", () => {
  it("are short, and those in texts stay", () => {
    const code = "var n=3;if(n===3)say('a===b',n!==4)";
    expect(sameAs(code, withShortEquality(code))).toBe("var n=3;if(n==3)say('a===b',n!=4)");
  });

  it("come to the same wherever both sides are of one type or undefined", () => {
    for (const left of ["0", "1", "NaN", "void 0"])
      for (const right of ["0", "1", "NaN", "void 0"]) {
        const code = `var x=${left};say(x===${right},x!==${right})`;
        sameAs(code, withShortEquality(code));
      }
  });
});
