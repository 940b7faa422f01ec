import type { Person } from "./person.ts";

/** The six people of the demonstration: five drum along with the pulse, one sits it out. */
export const DEMO_CAST: readonly Person[] = [
  { name: "Ada", gesture: "drum", manner: "follows" },
  { name: "Ben", gesture: "drum", manner: "follows" },
  { name: "Chen", gesture: "drum", manner: "follows" },
  { name: "Dana", gesture: "drum", manner: "follows" },
  { name: "Emil", gesture: "drum", manner: "follows" },
  { name: "Farah", gesture: "drum", manner: "still" },
];

const NAMES = [
  "Gus",
  "Hana",
  "Ivo",
  "Jun",
  "Kaya",
  "Leo",
  "Mina",
  "Nils",
  "Ola",
  "Pia",
  "Quin",
  "Rosa",
  "Sami",
  "Tara",
  "Uma",
  "Vito",
  "Wanda",
  "Xenia",
  "Yael",
  "Zoe",
] as const;

/** A cast of any size: the demonstration's, then people who follow. */
export const castOf = (count: number): readonly Person[] =>
  Array.from({ length: count }, (_, i): Person => {
    const known = DEMO_CAST[i];
    if (known !== undefined) return known;
    const at = i - DEMO_CAST.length;
    const round = Math.floor(at / NAMES.length);
    const name = NAMES[at % NAMES.length] ?? "Ann";
    return {
      name: round === 0 ? name : `${name} ${String(round + 1)}`,
      gesture: "drum",
      manner: "follows",
    };
  });
