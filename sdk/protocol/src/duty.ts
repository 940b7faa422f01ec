import { DUTY_WINDOW_MILLIS, MAX_ON_MILLIS_IN_WINDOW } from "./limits.ts";

/**
 * How long a motor was on, in slots of half a second. A pulse is booked whole in the slot in which it begins. Two slots
 * more than the duty window are kept: one because a window may begin within a slot, one because a pulse that began
 * before it may reach into it; so the sum is an upper bound for every window of {@link DUTY_WINDOW_MILLIS}. The limiter
 * on the band and the proof on the host are this same ledger: a plan that the host has proved never meets the limiter.
 */
export interface DutyLedger {
  readonly slots: Float64Array;
  sumMillis: number;
  slotIndex: number;
}

const SLOT_MICROS = 500_000;
const SLOTS = (DUTY_WINDOW_MILLIS * 1_000) / SLOT_MICROS + 2;

export const createDutyLedger = (): DutyLedger => ({ slots: new Float64Array(SLOTS), sumMillis: 0, slotIndex: 0 });

/**
 * Books a pulse if the duty limit leaves room for all of it. Where the clock was set back, what stands in the ledger
 * stays there until as much time has passed again.
 *
 * @param tMicros - when it begins, on any one clock
 * @returns whether the pulse may be played
 */
export const bookPulse = (ledger: DutyLedger, tMicros: number, onMillis: number): boolean => {
  const index = Math.floor(tMicros / SLOT_MICROS);
  const { slots } = ledger;
  let slot = index % SLOTS;
  if (slot < 0) slot += SLOTS;
  // Slots that have come since begin anew, from this one back; after a long time, all of them.
  let fresh = index - ledger.slotIndex;
  if (fresh > SLOTS) fresh = SLOTS;
  for (let at = slot; fresh > 0; fresh--) {
    ledger.sumMillis -= slots[at] as number;
    slots[at] = 0;
    at = at > 0 ? at - 1 : SLOTS - 1;
  }
  ledger.slotIndex = index;
  if (ledger.sumMillis + onMillis > MAX_ON_MILLIS_IN_WINDOW) return false;
  slots[slot] = (slots[slot] as number) + onMillis;
  ledger.sumMillis += onMillis;
  return true;
};
