import type { SessionView } from "@entrain/session";
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Begun, GUIDE, guideAfter, type GuideStep } from "../../way/guide.ts";
import { t } from "../../words/t.ts";

const KEY = "entrain-guide";
const AWAY = "away";

const kept = (): GuideStep | typeof AWAY => {
  try {
    const text = sessionStorage.getItem(KEY);
    return text === AWAY ? AWAY : (GUIDE.find((step) => step === text) ?? "feel");
  } catch {
    return "feel";
  }
};

/** What to do next, for whoever is here for the first time; it goes on as the session does. */
export const Guide = ({ view }: { readonly view: SessionView }): VNode | null => {
  const [step, setStep] = useState(kept);
  const begun = useRef<Begun>(view);
  const next = step === AWAY ? AWAY : guideAfter(step, view, begun.current);
  useEffect(() => {
    if (next === step) return;
    begun.current = view;
    setStep(next);
  }, [next, step, view]);
  useEffect(() => {
    try {
      sessionStorage.setItem(KEY, step);
    } catch {
      // It begins anew at a reload.
    }
  }, [step]);
  if (step === AWAY) return null;
  return (
    <aside class="guide" aria-label={t("guide.label")}>
      <p>
        <small>{t("guide.step", { step: GUIDE.indexOf(step) + 1, steps: GUIDE.length })}</small>{" "}
        <span role="status">{t(`guide.${step}`)}</span>
      </p>
      <button type="button" class="plain small" onClick={() => setStep(AWAY)}>
        {t("guide.away")}
      </button>
    </aside>
  );
};
