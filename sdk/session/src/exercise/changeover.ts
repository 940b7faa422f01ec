import { cueMicros } from "@entrain/pacing";
import { type SessionMicros, sessionMicros } from "@entrain/protocol";
import type { PlanSender } from "./plan-sender.ts";
import { LEAD_MICROS, TAKEN_MICROS } from "./run-opts.ts";
import type { StandingStep } from "./standing-step.ts";
import type { Timers } from "./timers.ts";

export interface ChangeoverOpts {
  readonly timers: Timers;
  readonly sender: PlanSender;
  readonly standing: StandingStep;
  readonly endsMicros: SessionMicros;
  /** The cue is felt from now on. */
  readonly onCue: () => void;
  /** Called in time for what comes next to be sent. */
  readonly then: (fromMicros: SessionMicros) => void;
}

/** Ends a step at a time: the cue first, then what comes next is sent, since a band holds one plan in waiting. */
export const changeover = ({ timers, sender, standing, endsMicros, onCue, then }: ChangeoverOpts): void => {
  const { laid, course, originMicros } = standing;
  const goOn = (): void => {
    then(endsMicros);
  };
  if (laid.step.cue === false) {
    timers.at(endsMicros - LEAD_MICROS, goOn);
    return;
  }
  const cueFromMicros = sessionMicros(originMicros + cueMicros(course, endsMicros - originMicros));
  timers.at(cueFromMicros - LEAD_MICROS, () => {
    sender.sendCue(cueFromMicros);
  });
  timers.at(cueFromMicros, onCue);
  timers.at(cueFromMicros + TAKEN_MICROS, goOn);
};
