import { FORGOTTEN } from "@entrain/recording";
import { inlineFigure } from "../figures/figure.ts";
import { personFigure } from "../figures/person.ts";
import type { PersonModel } from "../model/people.ts";
import type { ReportModel } from "../model/report-model.ts";
import { lengthOf, sum } from "../model/spans.ts";
import { EN } from "../text/en.ts";
import { folded, momentList } from "./figures-part.ts";
import { html, paragraph, section } from "./markup.ts";

/** Below this it cannot be said how it was with the pulse. */
const LEAST_KNOWN_S = 20;
const ROUND_BPM = 5;

const secondsOf = ({ doing }: PersonModel, ...kinds: readonly string[]): number =>
  sum(doing.filter(({ label }) => kinds.includes(label)).map(lengthOf));

const rounded = (bpm: number): number => Math.round(bpm / ROUND_BPM) * ROUND_BPM;

/** The tempo between the first and the last tenth of all moments: a stray second says nothing. */
const tempoSentence = ({ tempo }: PersonModel): string => {
  const sorted = tempo.map(({ bpm }) => bpm).sort((a, b) => a - b);
  const at = (share: number): number | undefined => sorted[Math.floor(share * (sorted.length - 1))];
  const [low, high] = [at(0.1), at(0.9)];
  return low === undefined || high === undefined ? "" : paragraph(EN.person.tempo(rounded(low), rounded(high)));
};

/** One person's own page: theirs alone, compared with nobody. */
const personPage = (model: ReportModel, person: PersonModel): string => {
  const id = `person-${String(person.member + 1)}`;
  const own = model.moments.filter(
    ({ member, kind }) =>
      member === person.member && (kind === "rested" || (model.scores && model.impression !== undefined)),
  );
  const said = [...model.checkIns, ...model.checkOuts].filter(({ member }) => member === person.member);
  return section(
    id,
    person.name,
    [
      paragraph(EN.person.kicker, "kicker"),
      paragraph(EN.person.did(secondsOf(person, "moving", "finding"), secondsOf(person, "resting"))),
      folded(
        model,
        [
          tempoSentence(person),
          model.scores && person.pulseKnownS >= LEAST_KNOWN_S
            ? paragraph(EN.person.pulse(person.withPulseS, person.pulseKnownS))
            : "",
          `<figure>${inlineFigure(personFigure(model, person), `${id}-figure`)}<figcaption>${html(EN.person.legend)}</figcaption></figure>`,
        ].join(""),
      ),
      own.length === 0 ? "" : momentList(model, own),
      said.map(({ text }) => `<blockquote>${html(text)}</blockquote>`).join(""),
      paragraph(EN.person.memory, "note"),
      `<div class="lines"></div>`,
    ].join(""),
    "person",
  );
};

/**
 * Pages in the order of the bands, without ranking; two people have one reading between them, and no page each. Whoever was
 * forgotten has none.
 */
export const personPages = (model: ReportModel): string =>
  model.people.length === 2
    ? ""
    : model.people
        .filter(({ name }) => name !== FORGOTTEN)
        .map((person) => personPage(model, person))
        .join("");
