import type { GroupDocument, GroupPerson } from "@entrain/session";
import type { VNode } from "preact";
import { answer, ASKS, changePerson, nextMark } from "../../way/group-draft.ts";
import { t } from "../../words/t.ts";
import { MarkGlyph } from "../mark-glyph.tsx";

export interface PersonRowProps {
  readonly group: GroupDocument;
  readonly at: number;
  readonly onChange: (group: GroupDocument) => void;
}

type Settings = NonNullable<GroupPerson["settings"]>;

const STRENGTHS = [100, 75, 50, 25];
const WAYS = ["motor", "light", "off"] as const;

const Wishes = ({ group, at, onChange }: PersonRowProps): VNode => {
  const person = group.people[at];
  const { strengthPercent, pulses, ...others } = person?.settings ?? {};
  const want = (change: Settings): void => {
    const { strengthPercent: most = 100, pulses: by = "motor" } = { strengthPercent, pulses, ...change } as Settings;
    const settings: Settings = {
      ...others,
      ...(most < 100 && { strengthPercent: most }),
      ...(by !== "motor" && { pulses: by }),
    };
    onChange(changePerson(group, at, { settings }));
  };
  return (
    <div class="wishes">
      <label>
        <span>{t("group.strength")}</span>
        <select
          value={strengthPercent ?? 100}
          onChange={(event) => want({ strengthPercent: Number(event.currentTarget.value) })}
        >
          {STRENGTHS.map((percent) => (
            <option key={percent} value={percent}>
              {t("group.percent", { percent })}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("group.pulses")}</span>
        <select
          value={pulses ?? "motor"}
          onChange={(event) => want({ pulses: WAYS.find((way) => way === event.currentTarget.value) ?? "motor" })}
        >
          {WAYS.map((way) => (
            <option key={way} value={way}>
              {t(`group.${way}`)}
            </option>
          ))}
        </select>
      </label>
      {ASKS.map((use) => (
        <label key={use}>
          <span>{t(`group.ask.${use}`)}</span>
          <select
            value={String(person?.consents?.[use] ?? "")}
            onChange={({ currentTarget: { value } }) =>
              onChange(answer(group, at, use, value === "" ? undefined : value === "true"))
            }
          >
            <option value="">
              {t("group.likeAll")} ({t(group.consents[use] ? "group.yes" : "group.no")})
            </option>
            <option value="true">{t("group.yes")}</option>
            <option value="false">{t("group.no")}</option>
          </select>
        </label>
      ))}
    </div>
  );
};

/** A person of a group: mark, name, and behind a fold what they want and agree to. */
export const PersonRow = ({ group, at, onChange }: PersonRowProps): VNode => {
  const person = group.people[at];
  const mark = person?.mark ?? 0;
  const name = person?.pseudonym ?? "";
  const called = name.trim() === "" ? t("group.someone", { number: at + 1 }) : name;
  return (
    <li>
      <button
        type="button"
        class="mark-choice"
        aria-label={t("group.mark", { name: called })}
        onClick={() => onChange(changePerson(group, at, { mark: nextMark(group.people, mark) }))}
      >
        <MarkGlyph member={mark} filled />
      </button>
      <input
        name="words"
        aria-label={t("group.pseudonym", { number: at + 1 })}
        maxLength={60}
        autocomplete="off"
        value={name}
        onInput={(event) => onChange(changePerson(group, at, { pseudonym: event.currentTarget.value }))}
      />
      <button
        type="button"
        class="small"
        aria-label={t("group.remove", { name: called })}
        disabled={group.people.length < 2}
        onClick={() => onChange({ ...group, people: group.people.filter((_, k) => k !== at) })}
      >
        ×
      </button>
      <details>
        <summary>{t("group.wishes", { name: called })}</summary>
        <Wishes group={group} at={at} onChange={onChange} />
      </details>
    </li>
  );
};
