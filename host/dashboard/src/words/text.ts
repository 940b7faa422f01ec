import { figure, t } from "./t.ts";

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Movement tempo, as beats a minute. */
export const perMinute = (tempoHz: number): string => t("tempo.perMinute", { count: figure(tempoHz * 60) });

/** A score of −1 to 1 as a whole number of hundred; below chance is no less than chance. */
export const ofHundred = (value: number): string => figure(Math.min(1, Math.max(0, value)) * 100);

/** `1:05` */
export const clockText = (seconds: number): string =>
  `${String(Math.floor(seconds / 60))}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** What is told when something was refused: what the host says, or this. */
export const messageOf = (error: unknown, otherwise: string): string =>
  error instanceof Error ? error.message : otherwise;
