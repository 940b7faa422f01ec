import type { ComponentType, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../../words/t.ts";
import type { ScreenProps } from "./screen-props.ts";

/** Comes when it is asked for: who never writes an exercise does not load what checks and lays one out. */
export const EditorScreen = (props: ScreenProps): VNode => {
  const [Editor, setEditor] = useState<ComponentType<ScreenProps>>();
  const { onRefused } = props;
  useEffect(() => {
    import("../../editor/editor.tsx").then(
      (loaded) => {
        setEditor(() => loaded.Editor);
      },
      () => {
        onRefused(t("frame.unreachable"));
      },
    );
  }, [onRefused]);
  return Editor === undefined ? (
    <main class="screen">
      <h2>{t("screen.editor")}</h2>
      <p class="quiet">{t("editor.loading")}</p>
    </main>
  ) : (
    <Editor {...props} />
  );
};
