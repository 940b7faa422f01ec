import type { GroupDocument } from "@entrain/session";
import type { TargetedSubmitEvent, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useAsk } from "../../way/ask.ts";
import { editedGroup, editGroup, keepDraft, keptDraft } from "../../way/edited-group.ts";
import { addPerson, ASKS, finished, MOST_PEOPLE, newGroup } from "../../way/group-draft.ts";
import { useGroups } from "../../way/use-groups.ts";
import { t } from "../../words/t.ts";
import { DeleteGroup } from "../group/delete-group.tsx";
import { PersonRow } from "../group/person-row.tsx";
import { Tick } from "../group/tick.tsx";
import type { ScreenProps } from "./screen-props.ts";

/** Makes a group, or changes it; one that is open follows at once. */
export const GroupScreen = ({ link, view, connection, go, onRefused }: ScreenProps): VNode => {
  const ask = useAsk(link, onRefused);
  const [groups] = useGroups(link, connection);
  const wanted = editedGroup() ?? view?.way?.groupId;
  const [draft, setDraft] = useState(() => keptDraft() as GroupDocument | undefined);
  const group = draft ?? groups?.find(({ id }) => id === wanted) ?? newGroup();
  useEffect(() => {
    keepDraft(draft);
  }, [draft]);
  const isOpen = group.id !== "" && view?.way?.groupId === group.id;
  const submit = async (): Promise<void> => {
    const whole = finished(group, Math.random);
    const kept = await ask({ kind: "save-group", group: whole });
    if (!kept) return;
    editGroup(whole.id);
    setDraft(undefined);
    if (isOpen || (await ask({ kind: "open", circle: "group", id: whole.id }))) go("bands");
  };
  const remove = async (): Promise<void> => {
    if (!(await ask({ kind: "delete-group", id: group.id }))) return;
    editGroup(undefined);
    setDraft(undefined);
    go("home");
  };
  return (
    <main class="screen">
      <form
        class="group-form"
        onSubmit={(event: TargetedSubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h1>{group.id === "" ? t("group.new") : group.name}</h1>
        <label class="named">
          <span>{t("group.name")}</span>
          <input
            name="words"
            required
            maxLength={60}
            value={group.name}
            onInput={(event) => setDraft({ ...group, name: event.currentTarget.value })}
          />
        </label>
        <fieldset>
          <legend>{t("group.people")}</legend>
          <ol class="group-people">
            {group.people.map((_, at) => (
              <PersonRow key={at} group={group} at={at} onChange={setDraft} />
            ))}
          </ol>
          <button
            type="button"
            disabled={group.people.length >= MOST_PEOPLE}
            onClick={() => setDraft(addPerson(group))}
          >
            + {t("group.addPerson")}
          </button>
        </fieldset>
        <fieldset>
          <legend>{t("group.asksDefault")}</legend>
          <p class="quiet">{t("group.asksText")}</p>
          {ASKS.map((use) => (
            <Tick
              key={use}
              label={t(`group.ask.${use}`)}
              on={group.consents[use]}
              onTurn={(on) => setDraft({ ...group, consents: { ...group.consents, [use]: on } })}
            />
          ))}
        </fieldset>
        <fieldset>
          <Tick label={t("group.scores")} on={group.scores} onTurn={(scores) => setDraft({ ...group, scores })} />
          <Tick label={t("group.record")} on={group.record} onTurn={(record) => setDraft({ ...group, record })} />
        </fieldset>
        <div class="onward">
          {group.id !== "" && !isOpen && <DeleteGroup name={group.name} onDelete={() => void remove()} />}
          <button type="submit" class="go">
            {t("group.save")}
          </button>
        </div>
      </form>
    </main>
  );
};
