import type { DyadsView, SessionView } from "@entrain/session";
import { useEffect, useState } from "preact/hooks";
import type { ComponentType, VNode } from "preact";
import type { HostLink } from "../../api.ts";
import type { Host } from "../../host/use-host.ts";
import { t } from "../../words/t.ts";

export interface PicturesProps {
  readonly link: HostLink;
  readonly view: SessionView;
  readonly newest: Host["newest"];
}

export interface AllPicturesProps extends Omit<PicturesProps, "link"> {
  readonly dyads: DyadsView | undefined;
}

const ASK_EVERY_MS = 2000;

/** Who moves with whom, asked anew as long as the pictures are seen. */
const useDyads = (link: HostLink): DyadsView | undefined => {
  const [dyads, setDyads] = useState<DyadsView>();
  useEffect(() => {
    let isSeen = true;
    const ask = (): void => {
      link.dyads().then(
        (found) => {
          if (isSeen) setDyads(found);
        },
        () => undefined,
      );
    };
    ask();
    const asking = setInterval(ask, ASK_EVERY_MS);
    return () => {
      isSeen = false;
      clearInterval(asking);
    };
  }, [link]);
  return dyads;
};

/** The pictures for those who want them; what draws them is loaded when they are first wanted. */
export const Pictures = ({ link, view, newest }: PicturesProps): VNode => {
  const [All, setAll] = useState<ComponentType<AllPicturesProps>>();
  const dyads = useDyads(link);
  useEffect(() => {
    import("./all-pictures.tsx").then(
      ({ AllPictures }) => setAll(() => AllPictures),
      // The host is away: they come with the next visit.
      () => undefined,
    );
  }, []);
  return (
    <section class="pictures" aria-label={t("pictures.label")}>
      {All === undefined ? (
        <p class="quiet">{t("pictures.loading")}</p>
      ) : (
        <All view={view} newest={newest} dyads={dyads} />
      )}
    </section>
  );
};
