import type { VNode } from "preact";
import type { BeatAids } from "../../beat/use-beat-aids.ts";
import { t } from "../../words/t.ts";

export interface RunWaysProps {
  readonly aids: BeatAids;
  readonly playing: boolean;
  readonly isEnding: boolean;
  readonly onEnd: () => void;
}

/** Sound and light of this computer, and the way to let go. */
export const RunWays = ({ aids, playing, isEnding, onEnd }: RunWaysProps): VNode => (
  <div class="run-ways">
    <button type="button" class="plain" aria-pressed={aids.sounds} onClick={() => aids.turn("sounds")}>
      {t("run.sound")}
    </button>
    <button type="button" class="plain" aria-pressed={aids.lights} onClick={() => aids.turn("lights")}>
      {t("run.light")}
    </button>
    <button type="button" class="go" disabled={!playing || isEnding} onClick={onEnd}>
      {t(isEnding ? "run.ending" : "run.end")}
    </button>
  </div>
);
