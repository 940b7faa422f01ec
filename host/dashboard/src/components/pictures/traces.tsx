import { useEffect, useRef } from "preact/hooks";
import type { VNode } from "preact";
import type { Host } from "../../host/use-host.ts";
import { runTraces } from "../../pictures/run-traces.ts";
import { t } from "../../words/t.ts";

export interface TracesProps {
  readonly names: readonly string[];
  readonly newest: Host["newest"];
}

/** Everybody's movement of the last seconds, in lanes. */
export const Traces = ({ names, newest }: TracesProps): VNode => {
  const element = useRef<HTMLDivElement>(null);
  const key = names.join("\n");
  useEffect(
    () => (element.current === null ? undefined : runTraces(element.current, key.split("\n"), newest)),
    [key, newest],
  );
  return (
    <div ref={element} class="traces" role="img" aria-label={t("pictures.tracesWords", { count: names.length })} />
  );
};
