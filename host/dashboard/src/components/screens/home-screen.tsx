import type { SessionCommand } from "@entrain/session";
import type { VNode } from "preact";
import { useAsk } from "../../way/ask.ts";
import { editGroup } from "../../way/edited-group.ts";
import { useGroups } from "../../way/use-groups.ts";
import { t } from "../../words/t.ts";
import type { ScreenProps } from "./screen-props.ts";

/** Who is here: virtual people, a group, a class. */
export const HomeScreen = ({ link, view, connection, go, onRefused }: ScreenProps): VNode => {
  const ask = useAsk(link, onRefused);
  const [groups = []] = useGroups(link, connection);
  const tryIt = async (): Promise<void> => {
    if (await ask({ kind: "open", circle: "try" }, { kind: "start" })) go("run");
  };
  const begin = async (command: SessionCommand): Promise<void> => {
    if (await ask(command)) go("bands");
  };
  const edit = (id: string | undefined): void => {
    editGroup(id);
    go("group");
  };
  return (
    <main class="screen home">
      {view?.way?.circle !== undefined && (
        <p class="open-now">
          <span>
            {t("way.open", { title: view.title })} {view.way.resumed === true && t("way.resumed")}
          </span>
          <button type="button" onClick={() => go("run")}>
            {t("way.goOn")}
          </button>
        </p>
      )}
      <h1>{t("home.who")}</h1>
      <div class="choices">
        <section>
          <button type="button" class="choice first" onClick={() => void tryIt()}>
            {t("home.try")}
          </button>
          <p>{t("home.tryText")}</p>
        </section>
        <section>
          <button type="button" class="choice" onClick={() => void begin({ kind: "open", circle: "class" })}>
            {t("home.class")}
          </button>
          <p>{t("home.classText")}</p>
        </section>
        <section>
          <button type="button" class="choice" onClick={() => edit(undefined)}>
            {t("home.newGroup")}
          </button>
          <p>{t("home.groupText")}</p>
          <ul class="groups">
            {groups.map(({ id, name, people }) => (
              <li key={id}>
                <button type="button" onClick={() => void begin({ kind: "open", circle: "group", id })}>
                  <strong>{name}</strong> <small>{t("home.people", { count: people.length })}</small>
                </button>
                <button type="button" class="small" aria-label={t("home.change", { name })} onClick={() => edit(id)}>
                  …
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <p>
        <a class="button" href="#editor">
          {t("screen.editor")}
        </a>
      </p>
      <section class="to-real">
        <h2>{t("home.realTitle")}</h2>
        <p>{t("home.real")}</p>
        {view?.way?.real === false && <p>{t("home.virtual")}</p>}
      </section>
    </main>
  );
};
