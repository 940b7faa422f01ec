import { fieldAt, HEADER_BYTES, layouts, MAX_FRAME_BYTES, messages, type MessageKind } from "@entrain/protocol";

/**
 * Where the fields of the messages lie. This file is evaluated when a bundle is built (build/evaluate.ts): what reaches
 * the band are the numbers. `…F64`, `…U32`, `…U16` index the typed-array views of a frame, the others are byte offsets.
 */

const f64 = (kind: MessageKind, field: string): number => fieldAt(kind, field) / 8;
const u32 = (kind: MessageKind, field: string): number => fieldAt(kind, field) / 4;
const u16 = (kind: MessageKind, field: string): number => fieldAt(kind, field) / 2;
/** Where the fixed fields end. */
const end = (kind: MessageKind): number => HEADER_BYTES + layouts[kind].fixedBytes;

export const HELLO_REQUEST = messages.helloRequest.type;
export const CLOCK_REQUEST = messages.clockRequest.type;
export const CLOCK_REQUEST_HOST_SENT_F64 = f64("clockRequest", "hostSentMicros");
export const CREDIT = messages.credit.type;
export const CREDIT_UP_TO_U32 = u32("credit", "upTo");
export const CLOCK_MAP = messages.clockMap.type;
export const CLOCK_MAP_SESSION_REF_F64 = f64("clockMap", "sessionRef");
export const CLOCK_MAP_BAND_REF_F64 = f64("clockMap", "bandRef");
export const CLOCK_MAP_RATE_F64 = f64("clockMap", "bandPerSession");
export const PLAN = messages.plan.type;
export const PLAN_BEAT_ZERO_F64 = f64("plan", "beatZeroMicros");
export const PLAN_REVISION_U32 = u32("plan", "revision");
export const PLAN_TOTAL_BEATS_U32 = u32("plan", "totalBeats");
export const PLAN_FADE_MILLIS_U32 = u32("plan", "fadeMillis");
export const PLAN_PULSE_MILLIS_U16 = u16("plan", "pulseMillis");
export const PLAN_ACCENT_MASK_U16 = u16("plan", "accentMask");
export const PLAN_MUTE_MASK_U16 = u16("plan", "muteMask");
export const PLAN_BEATS_PER_BAR = fieldAt("plan", "beatsPerBar");
export const PLAN_SUBDIVISION = fieldAt("plan", "subdivision");
export const PLAN_STRENGTH = fieldAt("plan", "strength");
export const PLAN_ACCENT_STRENGTH = fieldAt("plan", "accentStrength");
export const PLAN_SWELL_BEATS = fieldAt("plan", "swellBeats");
export const PLAN_SEGMENTS = fieldAt("plan", "segments");
export const START = messages.start.type;
export const START_FROM_F64 = f64("start", "fromMicros");
export const START_REVISION_U32 = u32("start", "revision");
export const STOP = messages.stop.type;
export const STOP_FADE_MILLIS_U16 = u16("stop", "fadeMillis");
export const STOP_ALL = messages.stopAll.type;
export const PULSE_NOW = messages.pulseNow.type;
export const PULSE_NOW_EXPIRES_F64 = f64("pulseNow", "expiresMicros");
export const PULSE_NOW_MILLIS_U16 = u16("pulseNow", "durationMillis");
export const PULSE_NOW_STRENGTH = fieldAt("pulseNow", "strength");
export const CAP = messages.cap.type;
export const CAP_STRENGTH = fieldAt("cap", "strength");
export const IDENTIFY = messages.identify.type;
export const IDENTIFY_COUNT = fieldAt("identify", "count");

export const SET_LAG = messages.setLag.type;
export const SET_LAG_MICROS_U32 = u32("setLag", "lagMicros");
export const CALIBRATE = messages.calibrate.type;
export const CALIBRATE_STEP = fieldAt("calibrate", "step");
export const MANNER_CHANGE = messages.manner.type;
export const MANNER_CHANGE_MANNER = fieldAt("manner", "manner");

export const LEAD = messages.lead.type;
export const LEAD_IS_ON = fieldAt("lead", "isOn");

export const AIR_NUMBER = messages.airNumber.type;
export const AIR_NUMBER_GROUP_U16 = u16("airNumber", "group");
export const AIR_NUMBER_NUMBER = fieldAt("airNumber", "number");

export const HELLO = messages.hello.type;
export const HELLO_VERSION_U16 = u16("hello", "protocolVersion");
export const HELLO_CAPABILITIES_U16 = u16("hello", "capabilities");
export const HELLO_BOOT_ID_U32 = u32("hello", "bootId");
export const HELLO_ACCEL_SCALE_F64 = f64("hello", "accelScaleG");
export const HELLO_GYRO_SCALE_F64 = f64("hello", "gyroScaleDps");
export const HELLO_LAG_F64 = f64("hello", "motorLagMicros");
export const HELLO_BAND_ID_U32 = u32("hello", "bandId");
export const HELLO_MAX_CREDIT_U16 = u16("hello", "maxCredit");
export const HELLO_WEARER_CAP = fieldAt("hello", "wearerCap");
export const HELLO_STATE = fieldAt("hello", "state");
export const HELLO_BOARD = fieldAt("hello", "boardId");
export const HELLO_FIRMWARE = fieldAt("hello", "firmwareVersion");
export const HELLO_INTERPRETER = fieldAt("hello", "interpreterVersion");
export const HELLO_END = end("hello");

export const CLOCK_REPLY = messages.clockReply.type;
export const CLOCK_REPLY_HOST_SENT_F64 = f64("clockReply", "hostSentMicros");
export const CLOCK_REPLY_RECEIVED_F64 = f64("clockReply", "bandReceivedMicros");
export const CLOCK_REPLY_SENT_F64 = f64("clockReply", "bandSentMicros");
export const CLOCK_REPLY_END = end("clockReply");
export const ACK = messages.ack.type;
/** A word of ackedSeq, ackedType and result, from its lower end. */
export const ACK_U32 = u32("ack", "ackedSeq");
export const ACK_END = end("ack");
export const IMU_BURST = messages.imuBurst.type;
export const IMU_FIRST_F64 = f64("imuBurst", "tFirstMicros");
export const IMU_LAST_F64 = f64("imuBurst", "tLastMicros");
export const IMU_INDEX_U32 = u32("imuBurst", "firstIndex");
export const IMU_AXES_U16 = u16("imuBurst", "axes");
export const IMU_SAMPLES = fieldAt("imuBurst", "samples");
export const PULSE_PLAYED = messages.pulsePlayed.type;
export const PULSE_ON_F64 = f64("pulsePlayed", "onMicros");
export const PULSE_PLANNED_F64 = f64("pulsePlayed", "plannedMicros");
export const PULSE_INDEX_U32 = u32("pulsePlayed", "pulseIndex");
export const PULSE_REVISION_U32 = u32("pulsePlayed", "revision");
export const PULSE_MILLIS_U16 = u16("pulsePlayed", "durationMillis");
export const PULSE_STRENGTH = fieldAt("pulsePlayed", "strength");
export const PULSE_PLAYED_END = end("pulsePlayed");
export const WEARER_EVENT = messages.wearerEvent.type;
export const WEARER_T_F64 = f64("wearerEvent", "tMicros");
export const WEARER_ACTION = fieldAt("wearerEvent", "event");
export const WEARER_CAP = fieldAt("wearerEvent", "wearerCap");
export const WEARER_EVENT_END = end("wearerEvent");
export const HEALTH = messages.health.type;
export const HEALTH_T_F64 = f64("health", "tMicros");
export const HEALTH_GOOD_U32 = u32("health", "framesGood");
export const HEALTH_BAD_U32 = u32("health", "framesBad");
export const HEALTH_WITHHELD_U32 = u32("health", "pulsesWithheld");
export const HEALTH_DROPPED_U32 = u32("health", "samplesDropped");
export const HEALTH_FREE_U16 = u16("health", "freeVariables");
export const HEALTH_LATENESS_U16 = u16("health", "worstLatenessMicros");
export const HEALTH_BATTERY = fieldAt("health", "batteryPercent");
export const HEALTH_STATE = fieldAt("health", "state");
export const HEALTH_END = end("health");
export const ERROR = messages.error.type;
export const ERROR_T_F64 = f64("error", "tMicros");
export const ERROR_DETAIL_U32 = u32("error", "detail");
export const ERROR_CODE = fieldAt("error", "code");
export const ERROR_END = end("error");
export const ONSET = messages.movementOnset.type;
export const ONSET_T_F64 = f64("movementOnset", "tMicros");
export const ONSET_STRENGTH = fieldAt("movementOnset", "forceSquaredG");
export const ONSET_END = end("movementOnset");

/** Payload bytes that a host's message has at least, by its type; more than any frame has where there is no such message. */
export const LEAST_PAYLOAD_BYTES: number[] = Array.from({ length: AIR_NUMBER + 1 }, (_, type) => {
  const layout = Object.values(layouts).find((each) => each.type === type);
  return layout === undefined ? MAX_FRAME_BYTES : layout.fixedBytes;
});
