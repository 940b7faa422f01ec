HARDWARE.motorPin = D2;
HARDWARE.lightPin = D13;
// The firmware speaks to whichever of its two links it last heard from; only one of them is wired here.
var Bluetooth = { on: function () {}, write: function () {} };
