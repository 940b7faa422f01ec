import type { ExerciseDocument } from "@entrain/pacing";
import type { ShelvedExercise } from "@entrain/session";
import type { VNode } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { ScreenProps } from "../components/screens/screen-props.ts";
import { t } from "../words/t.ts";
import { messageOf } from "../words/text.ts";
import { AboutForm } from "./about-form.tsx";
import { download } from "./download.ts";
import { FaultList } from "./fault-list.tsx";
import { OpenList } from "./open-list.tsx";
import { StepForm } from "./step-form.tsx";
import { StepList } from "./step-list.tsx";
import { TimelinePicture } from "./timeline-picture.tsx";
import { useDraft } from "./use-draft.ts";

/** Where an exercise is written: its steps, what happens when, and what is still to mend. */
export const Editor = ({ link, view, go }: ScreenProps): VNode => {
  const edit = useDraft();
  const { draft, problems, timeline, open } = edit;
  const { shelf } = link;
  const [chosen, setChosen] = useState(0);
  const [shelved, setShelved] = useState<readonly ShelvedExercise[]>([]);
  const [said, setSaid] = useState("");
  const step = Math.min(chosen, draft.steps.length - 1);
  const look = useCallback(() => {
    shelf?.list().then(setShelved, () => undefined);
  }, [shelf]);
  useEffect(look, [look]);

  const begin = (document: ExerciseDocument): void => {
    open(document);
    setChosen(0);
    setSaid("");
  };
  const save = async (): Promise<boolean> => {
    try {
      await shelf?.save(draft);
      setSaid(t("editor.saved", { name: draft.name }));
      look();
      return true;
    } catch (error) {
      setSaid(messageOf(error, t("editor.notSaved")));
      return false;
    }
  };
  const tryIt = async (): Promise<void> => {
    if (!(await save())) return;
    try {
      await link.send({ kind: "exercise", act: "start", name: draft.name });
      go("run");
    } catch (error) {
      setSaid(messageOf(error, t("editor.notTried")));
    }
  };
  const isGood = problems.length === 0;
  const canTry = view?.simulated === true && view.bands.length > 0;
  return (
    <main class="screen editor">
      <h2>{t("screen.editor")}</h2>
      <p class="quiet">{t("editor.lead")}</p>
      <div class="editor-acts">
        {shelved.length > 0 && <OpenList shelved={shelved} onOpen={begin} />}
        {shelf !== undefined && (
          <button type="button" disabled={!isGood} onClick={() => void save()}>
            {t("editor.save")}
          </button>
        )}
        <button type="button" disabled={!isGood} onClick={() => download(draft)}>
          {t("editor.download")}
        </button>
        {canTry && shelf !== undefined && (
          <button type="button" disabled={!isGood} title={t("editor.tryHow")} onClick={() => void tryIt()}>
            {t("editor.try")}
          </button>
        )}
        <p role="status">
          {said === "" ? (isGood ? t("editor.good") : t("editor.bad", { count: problems.length })) : said}
        </p>
      </div>
      <section aria-label={t("editor.timeline")}>
        <h3>{t("editor.timeline")}</h3>
        <TimelinePicture timeline={timeline} chosen={step} onChoose={setChosen} />
        <FaultList problems={problems} onChoose={setChosen} />
      </section>
      <div class="editor-parts">
        <StepList edit={edit} chosen={step} onChoose={setChosen} />
        <StepForm key={step} edit={edit} index={step} shelf={shelf} />
      </div>
      <AboutForm edit={edit} />
    </main>
  );
};
