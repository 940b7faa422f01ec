import { describe, expect, test } from "vitest";
import { consentOf, groupProblems } from "../../src/index.ts";
import { groupOf } from "./hall.ts";

const problemOf = (value: unknown): string | undefined => groupProblems(value)[0]?.path;

describe("a group's document", () => {
  test("is refused where it is anything else, with the place", () => {
    for (const value of [undefined, null, 3, "x", []]) expect(problemOf(value)).toBe("");
    expect(problemOf({ ...groupOf(2), id: "../../etc/passwd" })).toBe("/id");
    expect(problemOf({ ...groupOf(2), id: "A" })).toBe("/id");
    expect(problemOf({ ...groupOf(2), name: "  " })).toBe("/name");
    expect(problemOf({ ...groupOf(2), secret: 1 })).toBe("/secret");
    expect(problemOf(groupOf(0))).toBe("/people");
    expect(problemOf(groupOf(31))).toBe("/people");
    expect(problemOf(groupOf(30))).toBeUndefined();
    const [first] = groupOf(1).people;
    const person = (change: object): unknown => groupOf(1, { people: [{ ...first, ...change } as never] });
    expect(problemOf(person({ mark: 42 }))).toBe("/people/0/mark");
    expect(problemOf(person({ settings: { strengthPercent: 101 } }))).toBe("/people/0/settings/strengthPercent");
    expect(problemOf(person({ consents: { pulses: "yes" } }))).toBe("/people/0/consents/pulses");
  });

  test("tells two people of one name apart before anybody is called", () => {
    const twice = groupOf(2, {
      people: [
        { pseudonym: "Robin", mark: 0 },
        { pseudonym: " robin ", mark: 1 },
      ],
    });
    expect(problemOf(twice)).toBe("/people/1/pseudonym");
  });

  test("a person's own answer holds, else the group's", () => {
    const group = groupOf(1);
    const person = { pseudonym: "A", mark: 0 };
    expect(consentOf(group, person, "pulses")).toBe(true);
    expect(consentOf(group, { ...person, consents: { pulses: false } }, "pulses")).toBe(false);
    expect(consentOf(group, person, "feel-others")).toBe(false);
  });
});
