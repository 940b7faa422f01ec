HARDWARE.motorPin = D2;
HARDWARE.lightPin = D13;
// The firmware speaks to whichever of its two links it last heard from; only one of them is wired here.
var Bluetooth = { on: function () {}, write: function () {} };
// The chip's interrupt, latched as the firmware asked for it, and only where it did.
HARDWARE.chipPin = D18;
HARDWARE.strike = function () {
  if (HARDWARE.awake || !(HARDWARE.registers[0x58] & 0x80)) return;
  HARDWARE.awake = true;
  HARDWARE.chip({ state: true, time: getTime(), pin: D18 });
};
