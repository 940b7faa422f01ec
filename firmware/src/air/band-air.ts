import {
  AckResult,
  AIR_COMMAND,
  AIR_COMMAND_BANDS_AT,
  AIR_COMMAND_PAYLOAD_AT,
  AIR_COMMAND_PAYLOAD_BYTES,
  AIR_COMMAND_TYPE_AT,
  AIR_GROUP_AT,
  AIR_OUT_HEAD_BYTES,
  AIR_OUT_KIND_AT,
  AIR_OUT_NUMBER_AT,
  AIR_OUT_TICKS_AT,
  AIR_PLAN_PIECE,
  AIR_READINGS,
  HEADER_BYTES,
  MAX_AIR_BANDS,
} from "@entrain/protocol";
import { AIR_UNIT_G } from "#board";
import { nowMicros } from "../clock.ts";
import { COMMANDS } from "../commands.ts";
import { frame16, frame8 } from "../frame.ts";
import { Bytes } from "../natives.ts";
import { rest } from "../player.ts";
import { AIR_GROUP_OF_BAND, AIR_NUMBER_OF_BAND, keepSettings, settings } from "../settings.ts";
import { AIR_NUMBER, AIR_NUMBER_GROUP_U16, AIR_NUMBER_NUMBER, LEAST_PAYLOAD_BYTES } from "../wire.ts";
import { startAxis } from "./axis.ts";
import { noteBeacon } from "./beacon-clock.ts";
import { forgetPlans, spoilFirstPiece, takePiece } from "./collect-plan.ts";
import { heard16, heard32, heard8, MAX_HEARD_BYTES } from "./heard.ts";
import { isBridgeHeard, isSpokenToDirectly, noteAirContact, startListening } from "./mode.ts";
import { prepareAdverts, sendAdvert, sendSoon, tellDone } from "./send.ts";
import { addSums } from "./signal.ts";

export { isOnAir } from "./mode.ts";
export { noteAirWearer } from "./send.ts";
export { addBlanks as takeAirBlanks } from "./signal.ts";

/** A band that takes part in what a bridge sends (AIR.md), once it has been given a number. */
export const HAS_AIR = true;

let group = 0;
/** This band's, in a mask; 0 = it has no number. */
let bit = 0;
let lastTicks = 0;
let lastCommand = 0;
const commandPayload = new Uint8Array(heard8.buffer, AIR_COMMAND_PAYLOAD_AT, AIR_COMMAND_PAYLOAD_BYTES);

/** What fits a command is carried out as if its frame had come. */
const command = (): void => {
  const type = heard8[AIR_COMMAND_TYPE_AT] as number;
  const number = heard8[AIR_OUT_NUMBER_AT] as number;
  const carryOut = COMMANDS[type];
  if (!((heard32[AIR_COMMAND_BANDS_AT / 4] as number) & bit) || number === lastCommand || !carryOut) return;
  // Written so that a type that nobody has fails.
  if (!((LEAST_PAYLOAD_BYTES[type] as number) <= AIR_COMMAND_PAYLOAD_BYTES)) return;
  frame8.set(commandPayload, HEADER_BYTES);
  spoilFirstPiece();
  carryOut();
  tellDone((lastCommand = number));
  sendSoon();
};

const hear = (device: ScannedDevice): void => {
  const tMicros = nowMicros();
  const bytes = new Bytes(device.manufacturerData);
  if (bytes.length < AIR_OUT_HEAD_BYTES || bytes.length > MAX_HEARD_BYTES) return;
  heard8.set(bytes);
  const ticks = heard32[AIR_OUT_TICKS_AT / 4] as number;
  // What the radio repeats of itself is no sign of life.
  if (!bit || heard16[AIR_GROUP_AT / 2] !== group || ticks === lastTicks || isSpokenToDirectly(tMicros)) return;
  lastTicks = ticks;
  if (!noteBeacon((ticks * 15625) / 512, tMicros)) {
    forgetPlans();
    rest(false);
  }
  noteAirContact(tMicros);
  const kind = heard8[AIR_OUT_KIND_AT] as number;
  if (kind >> 5 === AIR_PLAN_PIECE) takePiece(kind & 31, bit);
  else if (kind >> 5 === AIR_COMMAND) command();
};

/** Every third sample is followed by an advert: each is sent five times. */
const SAMPLES_PER_ADVERT = 3;
let unsent = 0;

export const takeAirSums = (sumX: number, sumY: number, sumZ: number, tMicros: number): void => {
  addSums(sumX, sumY, sumZ, tMicros);
  unsent++;
  if (unsent < SAMPLES_PER_ADVERT || !isBridgeHeard(nowMicros())) return;
  unsent = 0;
  sendAdvert();
};

const takeNumber = (): void => {
  const number = settings[AIR_NUMBER_OF_BAND] as number;
  // Absent in a file from before there were any: written so that this fails.
  bit = 0;
  if (!(number > 0)) return;
  group = settings[AIR_GROUP_OF_BAND] as number;
  bit = 1 << (number - 1);
  prepareAdverts(group, number);
  startListening(hear);
};

export const startAir = (): void => {
  startAxis(AIR_READINGS / AIR_UNIT_G);
  takeNumber();
  COMMANDS[AIR_NUMBER] = () => {
    const number = frame8[AIR_NUMBER_NUMBER] as number;
    if (number > MAX_AIR_BANDS) return AckResult.badValue;
    settings[AIR_NUMBER_OF_BAND] = number;
    settings[AIR_GROUP_OF_BAND] = frame16[AIR_NUMBER_GROUP_U16] as number;
    keepSettings();
    takeNumber();
    return AckResult.ok;
  };
};
