import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { useExercises } from "../../host/use-exercises.ts";
import { useAsk } from "../../way/ask.ts";
import { t } from "../../words/t.ts";
import type { ScreenProps } from "./screen-props.ts";

/** One person feels the exercise first; then everybody. */
export const PreviewScreen = ({ link, view, connection, go, onRefused }: ScreenProps): VNode => {
  const ask = useAsk(link, onRefused);
  const cards = useExercises(link, connection);
  const [chosen, setName] = useState<string>();
  const [wrist, setWrist] = useState<number>();
  const ready = (view?.bands ?? []).filter(({ status, awaitsYes }) => status !== "no-signal" && awaitsYes !== true);
  const member = ready.find((band) => band.member === wrist)?.member ?? ready[0]?.member;
  const card = cards.find(({ name }) => name === (chosen ?? view?.exercise?.name)) ?? cards[0];
  const feels = view?.preview === undefined ? undefined : view.bands[view.preview]?.name;
  const begin = async (): Promise<void> => {
    if (card !== undefined && (await ask({ kind: "exercise", act: "start", name: card.name }))) go("run");
  };
  return (
    <main class="screen preview">
      <h1>{t("screen.preview")}</h1>
      <p class="quiet">{t("preview.text")}</p>
      <div class="choose">
        <label class="named">
          <span>{t("preview.what")}</span>
          <select value={card?.name} onChange={(event) => setName(event.currentTarget.value)}>
            {cards.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label class="named">
          <span>{t("preview.whose")}</span>
          <select
            value={member}
            disabled={ready.length === 0}
            onChange={(event) => setWrist(Number(event.currentTarget.value))}
          >
            {ready.map((band) => (
              <option key={band.member} value={band.member}>
                {band.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {card !== undefined && (
        <section class="card">
          <h2>{card.title}</h2>
          <p>
            {card.purpose}{" "}
            <small>{t("preview.minutes", { minutes: Math.max(1, Math.round(card.seconds / 60)) })}</small>
          </p>
          <ul>
            {card.suitability.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <p class="feeling" role="status">
        {feels !== undefined ? t("preview.feeling", { name: feels }) : member === undefined ? t("preview.nobody") : ""}
      </p>
      <div class="onward">
        {feels === undefined ? (
          <button
            type="button"
            class="plain"
            disabled={member === undefined || card === undefined || view?.playing === true}
            onClick={() => {
              if (member !== undefined && card !== undefined) void ask({ kind: "preview", member, name: card.name });
            }}
          >
            {t("preview.feel")}
          </button>
        ) : (
          <button type="button" class="plain" onClick={() => void ask({ kind: "preview" })}>
            {t("preview.enough")}
          </button>
        )}
        <button type="button" class="go" disabled={card === undefined} onClick={() => void begin()}>
          {t("preview.begin")}
        </button>
      </div>
    </main>
  );
};
