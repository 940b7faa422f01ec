import type { BoardId } from "@entrain/boards";

/**
 * What stands in for a board's hardware while instructions are counted. Natives are left alone wherever they work on a
 * plain Linux build; the others are as cheap as a function can be. One long name, for few globals make look-ups dear.
 */
const COMMON = `
E.setConsole(null, { force: true });
var HARDWARE = { every: {}, pulses: 0, empty: function () {}, emptyTo: function (x) {} };
var setInterval = function (f, ms) { HARDWARE.every[ms] = f; return 1; };
HARDWARE.ownTimeout = setTimeout;
HARDWARE.timeout = function (f) { HARDWARE.once = f; return 1; };
var setTimeout = function (f, ms) { return HARDWARE.timeout(f, ms); };
var require = function () {
  return { add: function () { HARDWARE.pulses++; return 0; }, readJSON: function () {}, writeJSON: function () {} };
};
var setWatch = function (f) { HARDWARE.watch = f; };
E.enableWatchdog = function () {};
E.kickWatchdog = function () {};
E.getBattery = function () { return 77; };
USB.on = function (e, f) { HARDWARE.data = f; };
`;

// A write does nothing and a read returns what was made beforehand: the natives' own work on the wire is not counted.
const XIAO = `
var Bluetooth = { on: function () {}, write: function () {} };
var I2C = function () {};
I2C.prototype.setup = function () {};
I2C.prototype.writeTo = Math.min;
HARDWARE.who = new Uint8Array([0x6a]);
HARDWARE.status = new Uint8Array([24, 0]);
HARDWARE.samples = new Uint8Array(48);
I2C.prototype.readReg = function (a, r, n) { return n == 1 ? HARDWARE.who : n == 2 ? HARDWARE.status : HARDWARE.samples; };
`;

const OF_BOARD: Readonly<Record<BoardId, string>> = {
  banglejs2: `
var Bluetooth = USB;
var Bangle = { accelWr: function () {}, setOptions: function () {}, setPollInterval: function () {} };
Bangle.accelRd = function () { return 0x15; };
Bangle.setLocked = Bangle.setLCDPower = function () {};
var g = { clear: function () {}, setFont: function () {}, drawString: function () {} };
Bangle.on = function (e, f) { if (e == "accel") HARDWARE.accel = f; };
`,
  "xiao-sense": XIAO,
  "xiao-tap": XIAO,
};

/**
 * Runs once, after the firmware: the chip's start-up time is over, and timers are the interpreter's own again. A bundle
 * keeps the `setTimeout` that it found in a name of its own, so the stub stays in place and hands on.
 */
const AFTER = `
if (HARDWARE.once) HARDWARE.once();
HARDWARE.timeout = HARDWARE.ownTimeout;
`;

/** Stubs of a board's hardware, for a firmware that follows. */
export const hardwareOf = (board: BoardId): string => `${COMMON}${OF_BOARD[board]}\n`;

/** The firmware of a board on stubs, followed by a script that drives it and, unless it goes on by itself, by the end. */
export const drivenBand = (
  board: BoardId,
  firmware: string,
  script: string,
  then: "ends" | "goes on" = "ends",
): string =>
  `${hardwareOf(board)}${firmware}\n${AFTER}\n${script}\n${then === "ends" ? 'USB.write("\\n#done\\n");clearTimeout();quit();' : ""}\n`;
