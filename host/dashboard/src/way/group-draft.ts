import type { GroupConsent, GroupDocument, GroupPerson } from "@entrain/session";

/** In the order in which they are asked. */
export const ASKS = [
  "pulses",
  "felt-by-others",
  "feel-others",
  "shown",
  "scoring",
  "raw-recording",
  "live-out",
] as const satisfies readonly GroupConsent[];

/** What touches another, or leaves this room, is nobody's default. */
const FIRST: GroupDocument["consents"] = {
  pulses: true,
  "felt-by-others": false,
  "feel-others": false,
  shown: true,
  scoring: true,
  "raw-recording": false,
  "live-out": false,
};

/** Two more than there are marks would look alike. */
export const MARKS = 42;
export const MOST_PEOPLE = 30;
const BEGUN_WITH = 2;

/** A mark that nobody in the group has, after the one given. */
export const nextMark = (people: readonly GroupPerson[], after: number): number => {
  const taken = new Set(people.map(({ mark }) => mark));
  for (let step = 1; step <= MARKS; step++) if (!taken.has((after + step) % MARKS)) return (after + step) % MARKS;
  return after;
};

const withPerson = (people: readonly GroupPerson[]): readonly GroupPerson[] => [
  ...people,
  { pseudonym: "", mark: nextMark(people, (people.at(-1)?.mark ?? -1) % MARKS) },
];

/** Of letters, digits and hyphens, as a name of a file may be anywhere, and told from every other by its end. */
export const idOf = (name: string, random: () => number): string => {
  const told = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 24);
  const end = Math.floor(random() * 36 ** 6).toString(36);
  return [...(told === "" ? ["group"] : [told]), end].join("-").replace(/-+/g, "-");
};

export const newGroup = (): GroupDocument => {
  let people: readonly GroupPerson[] = [];
  for (let k = 0; k < BEGUN_WITH; k++) people = withPerson(people);
  return { format: "entrain-group", id: "", name: "", scores: true, record: false, consents: FIRST, people };
};

export const addPerson = (group: GroupDocument): GroupDocument =>
  group.people.length >= MOST_PEOPLE ? group : { ...group, people: withPerson(group.people) };

export const changePerson = (group: GroupDocument, at: number, change: Partial<GroupPerson>): GroupDocument => ({
  ...group,
  people: group.people.map((person, k) => (k === at ? { ...person, ...change } : person)),
});

/** A person's own answer, or none: then the group's holds. */
export const answer = (
  group: GroupDocument,
  at: number,
  use: GroupConsent,
  given: boolean | undefined,
): GroupDocument => {
  const { [use]: _before, ...others } = group.people[at]?.consents ?? {};
  return changePerson(group, at, { consents: given === undefined ? others : { ...others, [use]: given } });
};

/** What is kept: rows that were left empty are not. */
export const finished = (group: GroupDocument, random: () => number): GroupDocument => ({
  ...group,
  id: group.id === "" ? idOf(group.name, random) : group.id,
  name: group.name.trim(),
  people: group.people
    .map((person) => ({ ...person, pseudonym: person.pseudonym.trim() }))
    .filter(({ pseudonym }) => pseudonym !== ""),
});
