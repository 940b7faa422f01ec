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
  accelWr: function () {
    if (HARDWARE.imu) HARDWARE.imu(0);
  },
  accelRd: function (register) {
    if (HARDWARE.imu) return HARDWARE.imu(1)[0];
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
      // The watch itself reads the chip: what a firmware notices of a stuck bus is that nothing comes any more.
      if (HARDWARE.imu && HARDWARE.imu === HARDWARE.stuck) return;
      if (HARDWARE.imu) callback({ x: NaN, y: Infinity, z: -1e300 });
      else callback({ x: HARDWARE.sway[i], y: 0, z: 1, diff: 2 });
      i = (i + 1) % 50;
    }, HARDWARE.poll);
  },
};
// A build with a screen of its own draws on it, too.
HARDWARE.g = global.g;
var g = {
  clear: function (reset) {
    HARDWARE.screen = "";
    if (HARDWARE.g) HARDWARE.g.clear(reset);
  },
  setFont: function (font, size) {
    if (HARDWARE.g) HARDWARE.g.setFont(font, size);
  },
  drawString: function (text, x, y) {
    HARDWARE.screen += "|" + text;
    if (HARDWARE.g) HARDWARE.g.drawString(text, x, y);
  },
};
