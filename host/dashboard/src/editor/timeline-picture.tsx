import type { Timeline, TimelineStep } from "@entrain/pacing";
import type { VNode } from "preact";
import { figure, t } from "../words/t.ts";
import { clock, lanesOf } from "./lanes.ts";

const WIDTH = 1000;
const LANE = 34;
const HEAD = 26;

const tempoText = ({ bpm, endBpm, step: { tempo } }: TimelineStep): string => {
  if (tempo.source === "none") return t("editor.noBeat");
  if (tempo.source === "breath") return `${t("editor.breathsPerMinute")}: ${figure(tempo.breathsPerMinute, 1)}`;
  return Math.abs(endBpm - bpm) < 0.05
    ? t("editor.perMinute", { bpm: figure(bpm, 1) })
    : t("editor.perMinuteTo", { bpm: figure(bpm, 1), toBpm: figure(endBpm, 1) });
};

const stepText = (step: TimelineStep): string => {
  const said = { from: clock(step.startMicros), title: step.step.title, tempo: tempoText(step) };
  return step.isOpen
    ? t("editor.timelineOpen", said)
    : t("editor.timelineStep", { ...said, to: clock(step.endMicros) });
};

/** What happens when: a lane for each part of the group, a tick for each pulse; the same below as a list. */
export const TimelinePicture = ({
  timeline,
  chosen,
  onChoose,
}: {
  readonly timeline: Timeline | undefined;
  readonly chosen: number;
  readonly onChoose: (step: number) => void;
}): VNode => {
  if (timeline === undefined) return <p class="quiet">{t("editor.timelineNone")}</p>;
  const lanes = lanesOf(timeline);
  const height = HEAD + LANE * lanes.length;
  const x = (micros: number): number => (WIDTH * micros) / timeline.endMicros;
  const ticks = (lane: (typeof lanes)[number], place: number): string =>
    lane.pulses
      .map(([s, strength]) => {
        const high = 6 + 20 * strength;
        return `M${x(s * 1e6).toFixed(1)} ${String(HEAD + LANE * (place + 1) - 4)}v-${high.toFixed(1)}`;
      })
      .join("");
  return (
    <figure class="exercise-timeline">
      <svg viewBox={`0 0 ${String(WIDTH)} ${String(height)}`} preserveAspectRatio="none" aria-hidden="true">
        {timeline.steps.map(({ startMicros, endMicros }, i) => (
          <rect
            key={i}
            class={i === chosen ? "stretch chosen" : i % 2 === 0 ? "stretch even" : "stretch"}
            x={x(startMicros)}
            y={0}
            width={x(endMicros - startMicros)}
            height={height}
            onClick={() => onChoose(i)}
          />
        ))}
        {lanes.map((lane, place) => (
          <path key={lane.who} class="ticks" d={ticks(lane, place)} />
        ))}
      </svg>
      <ul class="lanes">
        {lanes.map(({ who }) => (
          <li key={who}>{t(`editor.who.${who}`)}</li>
        ))}
      </ul>
      <figcaption>
        <ol>
          {timeline.steps.map((step, i) => (
            <li key={i}>{stepText(step)}</li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
};
