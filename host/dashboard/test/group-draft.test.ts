import { groupProblems } from "@entrain/session";
import { expect, test } from "vitest";
import { addPerson, answer, changePerson, finished, idOf, MOST_PEOPLE, newGroup } from "../src/way/group-draft.ts";

const named = (people: number) => {
  let group = newGroup();
  while (group.people.length < people) group = addPerson(group);
  for (let at = 0; at < people; at++) group = changePerson(group, at, { pseudonym: `P${String(at)}` });
  return { ...group, name: "Tuesday" };
};

test("what the form makes is a group, to the last person, each with a mark of their own", () => {
  const group = finished(named(MOST_PEOPLE), () => 0.5);
  expect(groupProblems(group)).toEqual([]);
  expect(new Set(group.people.map(({ mark }) => mark)).size).toBe(MOST_PEOPLE);
  expect(addPerson(group).people.length).toBe(MOST_PEOPLE);
});

test("rows that were left empty are not kept", () => {
  const group = changePerson(named(3), 1, { pseudonym: "  " });
  expect(finished(group, () => 0).people.map(({ pseudonym }) => pseudonym)).toEqual(["P0", "P2"]);
});

test("whatever it is called, its id is one, and two of a name have two", () => {
  for (const name of ["", "Tuesday", "../../etc", "Ü ñ 你好", "a".repeat(99), "-", "--a--b--"]) {
    const group = finished({ ...named(1), name: name === "" ? "x" : name }, () => 0.123);
    expect(groupProblems({ ...group, name: "x" }), name).toEqual([]);
  }
  expect(idOf("Tuesday", () => 0.1)).not.toBe(idOf("Tuesday", () => 0.2));
});

test("an answer of one's own is given, changed and taken back", () => {
  const own = answer(named(2), 1, "scoring", false);
  expect(own.people[1]?.consents).toEqual({ scoring: false });
  expect(own.people[0]?.consents).toBeUndefined();
  expect(answer(own, 1, "scoring", undefined).people[1]?.consents).toEqual({});
});
