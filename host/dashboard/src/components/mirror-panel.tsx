import type { SessionView } from "@entrain/session";
import type { VNode } from "preact";
import { figure, t } from "../words/t.ts";

export interface MirrorPanelProps {
  readonly view: SessionView;
  readonly onSwap: () => void;
}

/** Whose movement is on whose wrist, how late it comes, and what must still be said. */
export const MirrorPanel = ({ view, onSwap }: MirrorPanelProps): VNode | null => {
  const { routes = [], missing = [] } = view.mirror ?? {};
  const between = routes.filter(({ leader, follower }) => leader !== follower);
  if (between.length === 0 && missing.length === 0) return null;
  const nameOf = (member: number): string => view.reading.members[member]?.name ?? "";
  const isMirror = view.exercise?.roles.includes("mirror") === true;
  return (
    <section class="mirror" aria-label={t("mirror.label")}>
      <ul>
        {between.map(({ leader, follower, medianDelayMicros }) => (
          <li key={`${String(leader)} ${String(follower)}`}>
            {t("mirror.feels", { follower: nameOf(follower), leader: nameOf(leader) })}{" "}
            <small>
              {medianDelayMicros === undefined
                ? t("mirror.noDelay")
                : t("mirror.delay", { millis: figure(medianDelayMicros / 1000) })}
            </small>
          </li>
        ))}
        {missing.map(({ member, use }) => (
          <li key={`${String(member)} ${use}`} class="missing">
            {t(use === "felt-by-others" ? "mirror.wantsFelt" : "mirror.wantsFeel", { name: nameOf(member) })}
          </li>
        ))}
      </ul>
      {isMirror && (
        <button type="button" onClick={onSwap}>
          {t("mirror.swap")}
        </button>
      )}
    </section>
  );
};
