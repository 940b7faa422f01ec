import type { Person } from "./person.ts";

/** The six people of the demonstration: most follow the pulse, one moves to a rhythm of his own, one sits it out. */
export const DEMO_CAST: readonly Person[] = [
  { name: "Ada", gesture: "arm-swing", manner: "follows" },
  { name: "Ben", gesture: "drum", manner: "follows" },
  { name: "Chen", gesture: "arm-swing", manner: "follows" },
  { name: "Dana", gesture: "step", manner: "follows" },
  { name: "Emil", gesture: "arm-swing", manner: "own-rhythm" },
  { name: "Farah", gesture: "arm-swing", manner: "still" },
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
      gesture: i % 2 === 0 ? "arm-swing" : "drum",
      manner: "follows",
    };
  });
