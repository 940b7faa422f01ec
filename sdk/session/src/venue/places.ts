import { NO_SETTINGS, type PersonSettings } from "@entrain/pacing";
import type { GroupConsent, GroupDocument } from "../group/group-document.ts";
import { consentOf, GROUP_CONSENTS } from "../group/group-document.ts";
import { MOST_PEOPLE } from "../group/check-group.ts";

/** What a place in a circle is from its beginning. */
export interface Place {
  readonly name: string;
  readonly mark: number;
  readonly settings: PersonSettings;
  /** To what this person was asked. */
  readonly answers: readonly { readonly use: GroupConsent; readonly given: boolean }[];
}

/** What a class is given: nobody in it was asked for more. */
export const CLASS_PERCENT = 50;

/** Consents that nobody has given before they said so; of the others, nobody has refused any. */
export const TO_BE_GIVEN: ReadonlySet<GroupConsent> = new Set(["felt-by-others", "feel-others"]);

export const placesOfGroup = (group: GroupDocument): readonly Place[] =>
  group.people.map((person) => ({
    name: person.pseudonym,
    mark: person.mark,
    settings: person.settings ?? NO_SETTINGS,
    answers: GROUP_CONSENTS.map((use) => ({ use, given: consentOf(group, person, use) })),
  }));

/** Numbers in place of names. */
export const placesOfClass = (): readonly Place[] =>
  Array.from({ length: MOST_PEOPLE }, (_, mark) => ({
    name: String(mark + 1),
    mark,
    settings: { strengthPercent: CLASS_PERCENT },
    answers: [],
  }));

/** Virtual people, by the bands that they have. */
export const placesOfTry = (names: readonly string[]): readonly Place[] =>
  names.map((name, mark) => ({ name, mark, settings: NO_SETTINGS, answers: [] }));
