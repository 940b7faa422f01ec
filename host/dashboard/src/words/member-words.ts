import type { BandView } from "@entrain/session";
import type { MemberReading } from "../api.ts";
import { t } from "./t.ts";
import { perMinute } from "./text.ts";

const LOW_BATTERY_PERCENT = 20;

/**
 * Whether a person rests, by choice or not. Whoever opted out ('listening', or a stop on the band) is not told apart from
 * someone sitting still: nobody should have to explain.
 */
export const isResting = (member: MemberReading, band: BandView | undefined): boolean =>
  member.state === "still" || member.reasonCode === "listening" || band?.restedByWearer === true;

/** Whether a person has a place on the ring of phases; all others have their seat beside it. */
export const isOnRing = (member: MemberReading, band: BandView | undefined): boolean =>
  member.state === "ok" && member.phaseRad !== undefined && band?.status !== "no-signal" && !isResting(member, band);

/** What a person is doing, in words. */
export const stateWords = (member: MemberReading, band: BandView | undefined): string => {
  if (isResting(member, band)) return t("member.resting");
  if (band?.status === "connecting") return t("member.connecting");
  if (band?.status === "no-signal" || member.state === "dropout") return t("member.noSignal");
  if (member.state === "acquiring") return t("member.finding");
  if (member.state === "ambiguous-tempo") return t("member.ownRhythm");
  if (member.withPacer === undefined) return t("member.moving");
  return t(member.withPacer ? "member.withPulse" : "member.ownRhythm");
};

/** '96 a minute', for those who have a tempo. */
export const tempoWords = (member: MemberReading, band: BandView | undefined): string | undefined =>
  isOnRing(member, band) && member.tempoHz !== undefined ? perMinute(member.tempoHz) : undefined;

/** 'low battery, 14 %', or undefined while there is enough. */
export const batteryWords = (band: BandView | undefined): string | undefined => {
  const percent = band?.batteryPercent;
  return percent === undefined || percent > LOW_BATTERY_PERCENT ? undefined : t("member.lowBattery", { percent });
};
