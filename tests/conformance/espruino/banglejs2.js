HARDWARE.motorPin = D19;
// The pin drives the motor itself.
HARDWARE.isDriving = function () {
  return true;
};
// The chip notices a blow, and says so until it has been asked to look anew.
HARDWARE.woken = 0;
HARDWARE.strike = function () {
  HARDWARE.woken = 2;
};
// On Linux there is one serial device: it stands in for the radio.
var Bluetooth = {
  on: function (event, callback) {
    USB.on(event, callback);
  },
  write: function (text, end) {
    USB.write(text, end);
  },
};
var Bangle = {
  accelWr: function () {},
  accelRd: function (register) {
    if (register === 0x13) return HARDWARE.woken;
    if (register === 0x17) HARDWARE.woken = 0;
    return register === 0x0f ? 0x15 : 0;
  },
  setLocked: function () {},
  setLCDPower: function (level) {
    HARDWARE.light(level);
  },
  setOptions: function () {},
  setPollInterval: function (millis) {
    HARDWARE.poll = millis;
  },
  on: function (event, callback) {
    if (event === "touch") HARDWARE.touch = callback;
    if (event !== "accel") return;
    var i = 0;
    setInterval(function () {
      callback({ x: HARDWARE.sway[i], y: 0, z: 1, diff: 2 });
      i = (i + 1) % 50;
    }, HARDWARE.poll);
  },
};
// The Bangle variant has a screen of its own, the plain one has none.
var g = {
  clear: function () {
    HARDWARE.screen = "";
  },
  setFont: function () {},
  drawString: function (text) {
    HARDWARE.screen += "|" + text;
  },
};
