import { microsOfBeat, sessionMicros } from "@entrain/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  PacingError,
  periodOfBpm,
  proveSafe,
  readChoralText,
  speak,
  speechCourse,
  STEADY,
  steadyPlan,
} from "../src/index.ts";

const codeOf = (act: () => unknown): string => {
  try {
    act();
    return "no error";
  } catch (error) {
    if (error instanceof PacingError) return `${error.code}: ${error.message}`;
    throw error;
  }
};

describe("a text that cannot be spoken is refused, naming the line", () => {
  it.each([
    ["", "found nothing to say"],
    [" \n\r\n\t", "found nothing to say"],
    ["|one\ntwo", "expected at least one beat '|', found none in line 2: \"two\""],
    ["|one |", "expected a syllable after the last '|', found none in line 1"],
    ["| |one", "expected a syllable between two '|', found none in line 1"],
    ["/ |one", "expected a beat '|' before the first breath '/', found none in line 1"],
    [`|one ${"/".repeat(16)}`, "expected at most 15 breaths '/' in a row, found more in line 1"],
    ["|a".repeat(10_001), "expected a text of at most 20000 characters, found 20002"],
  ])("%j", (text, message) => {
    expect(codeOf(() => readChoralText(text))).toContain(message);
  });

  it("a breath longer than a band can count", () => {
    const lines = readChoralText(`|one ${"/".repeat(8)}`);
    expect(codeOf(() => speak(lines, 30))).toContain(
      "expected breaths of at most 15 s, found 18.0 s after a beat of line 1",
    );
  });
});

describe("marks", () => {
  it("the text of readChoralText's docstring", () => {
    const [line] = readChoralText("|Row, |row, |row your |boat, //");
    expect(line?.text).toBe("Row, row, row your boat,");
    expect(line?.beats.map(({ silentBeats }) => silentBeats)).toEqual([0, 0, 0, 2]);
    expect(line?.beats.map(({ at }) => line.text.slice(at, at + 3))).toEqual(["Row", "row", "row", "boa"]);
  });

  it("one silent beat after a line, two after a verse, whatever ends the rows", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const lines = readChoralText(`\uFEFF|a${end}|b${end}${end}|c / |d`);
      expect(lines.map(({ beats }) => beats.map(({ silentBeats }) => silentBeats))).toEqual([[1], [2], [1, 2]]);
    }
  });

  it("blanks around a mark change nothing, in any script", () => {
    expect(readChoralText("Va|ter  | un | ser,  |im")).toEqual(readChoralText("Va|ter |un |ser, |im"));
    expect(readChoralText("|さくら |さくら")[0]).toEqual({
      text: "さくら さくら",
      beats: [
        { at: 0, silentBeats: 0 },
        { at: 4, silentBeats: 2 },
      ],
    });
  });
});

describe("the course of a text", () => {
  const aText = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 9 }), {
    minLength: 1,
    maxLength: 40,
  });

  it("its parts together play every beat of two readings at its time, and each part is a safe plan", () => {
    fc.assert(
      fc.property(aText, fc.integer({ min: 30, max: 240 }), (silent, bpm) => {
        const lines = readChoralText(
          silent.map((line) => line.map((breaths) => `|la ${"/".repeat(breaths)}`).join(" ")).join("\n"),
        );
        const beats = speak(lines, bpm);
        const course = speechCourse(beats);
        const last = beats.at(-1);
        const readingMicros = (last?.tMicros ?? 0) + (last?.lastsMicros ?? 0);
        for (let beat = 0; beat < 2 * beats.length;) {
          const { segments, bars } = course.mapFrom(beat);
          expect(segments.length).toBeLessThanOrEqual(36);
          proveSafe({
            ...steadyPlan({ bpm, pattern: STEADY, beatZeroMicros: sessionMicros(0), revision: 1 }),
            segments,
            totalBeats: bars,
          });
          for (let k = 0; k < bars; k++) {
            const spoken = beats[(beat + k) % beats.length]?.tMicros ?? NaN;
            const trueMicros = Math.floor((beat + k) / beats.length) * readingMicros + spoken;
            expect(Math.abs(course.microsOfBeat(beat) + microsOfBeat(segments, k) - trueMicros)).toBeLessThan(1);
            expect(course.microsOfBeat(beat + k)).toBeCloseTo(trueMicros, 3);
            expect(course.beatAt(trueMicros + 1)).toBeCloseTo(beat + k, 3);
          }
          beat += bars;
        }
        const periodMicros = periodOfBpm(bpm);
        beats.forEach(({ tMicros }) => {
          expect(Math.abs(tMicros / periodMicros - Math.round(tMicros / periodMicros))).toBeLessThan(1e-6);
        });
      }),
    );
  });
});
