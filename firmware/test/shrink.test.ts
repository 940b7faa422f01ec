import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { inlineFunctions } from "../build/shrink/inline.ts";
import { namedMostFirst } from "../build/shrink/order.ts";

/** What a program says, by `say(…)`, to the end or to what it throws. */
const saidBy = (code: string): readonly string[] => {
  const said: string[] = [];
  const say = (...values: readonly unknown[]): unknown => {
    said.push(values.map(String).join(" "));
    return values[0];
  };
  runInNewContext(code, { say });
  return said;
};

const functionsIn = (code: string): number => code.match(/\bfunction\b/g)?.length ?? 0;

const inlined = (code: string, apart: readonly string[] = []): string => {
  const result = inlineFunctions(code, new Set(apart));
  expect(saidBy(result)).toEqual(saidBy(code));
  expect(saidBy(code).length).toBeGreaterThan(0);
  return result;
};

const COUNTER = "var n = 0; var next = function () { n = n + 1; say('next', n); return n; };\n";

describe("a function that is called in one place", () => {
  it.each([
    ["alone", "var f = function (a) { say('f', a); }; var g = function () { f(1); say('g'); }; g();g();"],
    [
      "for what it returns",
      "var f = function (a) { var b = a * 2; return b + 1; }; var g = function (x) { return f(x); }; say(g(3), g(4));",
    ],
    [
      "for a variable",
      "var f = function (a) { if (a > 2) return 'big'; say('small'); return a; }; var g = function (x) { var y = f(x); say(y); }; g(1); g(3);",
    ],
    [
      "in a condition",
      "var f = function (a) { if (!a) return false; say('a', a); return a > 1; }; var g = function (x) { if (f(x)) say('yes'); else say('no'); }; g(0); g(1); g(2);",
    ],
    [
      "with an early end",
      "var f = function (a) { if (a < 0) return; say('f', a); if (a > 3) { say('more'); return; } say('end'); }; var g = function (x) { f(x); say('after'); }; g(-1); g(1); g(4);",
    ],
    [
      "with a loop",
      "var f = function (a) { var sum = 0; for (var i = 0; i < a; i++) { if (i === 3) break; sum += i; } return sum; }; var g = function (x) { var i = 7; say(f(x) + i, i); }; g(2); g(9);",
    ],
    [
      "with a parameter that it changes",
      "var f = function (a) { a += 1; say(a); }; var g = function (x) { f(x); say(x); }; g(1);",
    ],
    [
      "with fewer arguments than it takes",
      "var f = function (a, b) { say(a, b === undefined); say(a, b); }; var g = function (x) { f(x); }; g(1);",
    ],
    [
      "by a function that is itself put elsewhere",
      "var f = function (a) { say('f', a); return a; }; var g = function (a) { var b = f(a + 1); say('g', b); }; var h = function (a) { g(a); g(a); }; h(1); h(2);",
    ],
  ])("goes there: %s", (_, code) => {
    expect(functionsIn(inlined(code))).toBeLessThan(functionsIn(code));
  });

  it("keeps its names apart from those around it", () => {
    const code =
      "var a = 1; var f = function (b) { var c = a + b; say(c); return c; }; var g = function (a, c) { var b = f(a * 10); say(a, b, c); }; g(2, 3); say(a);";
    expect(functionsIn(inlined(code))).toBe(1);
  });

  it("leaves no variable behind in the main program", () => {
    const code = "var f = function () { var found = say('found'); say(found); }; f();";
    expect(inlined(code)).not.toMatch(/^var found/m);
  });

  it.each([
    [
      "after something that may not happen",
      `${COUNTER}var f = function () { next(); if (n > 1) return true; say(n); return false; }; var g = function (x) { if (x && f()) say('yes'); say(n); }; g(0); g(1);next();`,
    ],
    [
      "after something else",
      `${COUNTER}var f = function (a) { var b = n; say(b); if (a) return b; return 0; }; var g = function () { say(next() + f(1)); next(); }; g();`,
    ],
    [
      "in a loop's condition",
      "var left = 3; var f = function () { left--; say(left); if (left > 0) return true; return false; }; var g = function () { while (f()) say('on'); }; g();",
    ],
    [
      "again and again, by functions that remember",
      "var kept = []; var f = function (i) { kept.push(function () { return i; }); }; var g = function () { for (var i = 0; i < 3; i++) f(i); }; g(); say(kept[0](), kept[1](), kept[2]());",
    ],
    [
      "from where it ends in more ways than one",
      "var f = function (a) { if (a < 0) return; say('f', a); if (a > 5) { say('much'); } else if (a > 3) { say('more'); return; } say('end'); }; var g = function (x) { f(x); say('after'); }; g(-1); g(1); g(4); g(6);",
    ],
    ["from within", "var f = function (a) { say(a); if (a > 0) f(a - 1); }; f(3);"],
    ["and handed on", "var f = function (a) { say(a); return a; }; say([1, 2].map(f)); f(3);"],
    [
      "and replaced later",
      "var f = function () { say(1); }; var g = function () { f(); }; f = function () { say(2); }; g();",
    ],
  ])("does what it did where it is called %s", (_, code) => {
    inlined(code);
  });

  it("stays where it is to be kept apart", () => {
    const code = "var f = function (a) { say('f', a); say(a); }; var g = function () { f(1); say('g'); }; g();";
    expect(functionsIn(inlined(code))).toBe(0);
    expect(functionsIn(inlined(code, ["f"]))).toBe(1);
  });
});

describe("a function that is one expression", () => {
  it("goes wherever it is called, if it is short", () => {
    const code =
      "var t = 0; var set = function (a) { t = a; }; var g = function () { set(1); say(t); set(t + 1); say(t); set(say(5)); say(t); }; g();";
    expect(inlined(code)).not.toContain("set");
  });

  it("never has its argument evaluated twice, or after what it did not wait for", () => {
    inlined(`${COUNTER}var f = function (a) { return a + a; }; var g = function () { return f(next()); }; say(g());`);
    inlined(
      `${COUNTER}var f = function (a) { return n * 100 + a; }; var g = function () { return f(next()); }; say(g());`,
    );
    inlined(
      `${COUNTER}var f = function (a) { return next() * 100 + a; }; var g = function () { return f(n); }; say(g());`,
    );
    inlined(
      `${COUNTER}var f = function (a, b) { return b - a; }; var g = function () { return f(next(), next()); }; say(g());`,
    );
  });

  it("keeps what belongs together together", () => {
    inlined(
      "var f = function (a, b) { return a - b; }; var g = function (x) { say(10 - f(x, 1 + 2) * 2, -f(x, x)); }; g(7);",
    );
    inlined(
      "var f = function (a) { return f2(a) - 1; }; var f2 = function (a) { return a ? 1 : 5; }; say(f(f(f(1))));",
    );
  });
});

describe("what a function of ours is handed", () => {
  it("takes the place of its parameter, where it never changes", () => {
    const code =
      "var begin = function (look, name, least) { later = function (x) { if (x >= least) look(name + x); }; }; var later;\n" +
      "begin(function (a) { say('looked', a); }, 'at ', 3); later(2); later(4);";
    expect(functionsIn(inlined(code))).toBeLessThan(functionsIn(code));
  });

  it("does not, where it does", () => {
    inlined(
      "var x = 1; var f = function (a) { x = 5; say(a); say(a + x); }; var g = function () { f(x); }; g(); x = 2; g();",
    );
  });
});

describe("the order of a program's variables", () => {
  it("begins with those that are named most often, and changes nothing else", () => {
    const code =
      "var once=say('first'),q=function(a){return r(a)+r(1)+s},r=function(a){return a*s},s=2,u=[1,2],w=say(q(3)),v=w+s;say(v,u);say(once)";
    const ordered = namedMostFirst(code);
    expect(saidBy(ordered)).toEqual(saidBy(code));
    expect(ordered.startsWith("var s=2,")).toBe(true);
    expect(ordered.indexOf("r=function")).toBeLessThan(ordered.indexOf("u=[1,2]"));
  });

  it("counts no name of another's", () => {
    const ordered = namedMostFirst("var a=1,b=2,f=function(a){return a+a+a*a};say(f(3),b,b,a)");
    expect(ordered.indexOf("b=2")).toBeLessThan(ordered.indexOf("a=1"));
  });
});
