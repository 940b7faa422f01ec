import type { PersonSettings } from "@entrain/pacing";

/**
 * What is asked of everybody in a group, and answered for all of them or for one: that the band pulses; that one's
 * movement is felt by another, and another's by oneself; that one is shown where others look on; that one's movement
 * counts in scores; that it is kept as the band sent it; that it is sent on to other programs.
 */
export const GROUP_CONSENTS = [
  "pulses",
  "felt-by-others",
  "feel-others",
  "shown",
  "scoring",
  "raw-recording",
  "live-out",
] as const;
export type GroupConsent = (typeof GROUP_CONSENTS)[number];

/** Colour and shape of a person, as one number from 0 to 41: 7 colours and 6 shapes that are met together once. */
export const MARKS = 42;

export interface GroupPerson {
  /** What the person is called here; never more than that is asked. */
  readonly pseudonym: string;
  /** From 0 to {@link MARKS} − 1. */
  readonly mark: number;
  /** What the person wants of any exercise. */
  readonly settings?: PersonSettings;
  /** Where the person's answer is another than the group's. */
  readonly consents?: Partial<Readonly<Record<GroupConsent, boolean>>>;
}

/** A group as it is kept on this machine, a JSON document each. */
export interface GroupDocument {
  readonly format: "entrain-group";
  /** Of letters, digits and hyphens; the document's name. */
  readonly id: string;
  readonly name: string;
  /** False: no score is shown or spoken of, for anybody. */
  readonly scores: boolean;
  /** True: its sessions are kept, in a folder of their own. */
  readonly record: boolean;
  readonly consents: Readonly<Record<GroupConsent, boolean>>;
  readonly people: readonly GroupPerson[];
}

/** What a new group is asked anew: what touches another, or leaves this room, is nobody's default. */
export const FIRST_CONSENTS: GroupDocument["consents"] = {
  pulses: true,
  "felt-by-others": false,
  "feel-others": false,
  shown: true,
  scoring: true,
  "raw-recording": false,
  "live-out": false,
};

/** A person's answer: their own, else the group's. */
export const consentOf = ({ consents }: GroupDocument, person: GroupPerson, use: GroupConsent): boolean =>
  person.consents?.[use] ?? consents[use];
