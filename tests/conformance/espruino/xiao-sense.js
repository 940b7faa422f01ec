HARDWARE.motorPin = D2;
HARDWARE.lightPin = D13;
// The pin enables the driver; what it then drives stands in its real-time playback register.
HARDWARE.playback = 0;
HARDWARE.isDriving = function () {
  return HARDWARE.playback > 0;
};
// The firmware speaks to whichever of its two links it last heard from; only one of them is wired here.
var Bluetooth = { on: function () {}, write: function () {} };
var I2C = function () {};
I2C.prototype.setup = function () {};
I2C.prototype.writeTo = function (address, bytes) {
  if (bytes[0] === 0x58) HARDWARE.engine = bytes[1] & 0x80;
  // Its playback register follows its mode.
  var at = 3 - bytes[0];
  if (address === 0x5a && (at === 1 || at === 2) && bytes.length > at && HARDWARE.pinLevel) {
    HARDWARE.playback = bytes[at];
    HARDWARE.drive();
  }
};
I2C.prototype.readReg = function (address, register, count) {
  if (address === 0x5a) return new Uint8Array([0xe0]);
  if (register === 0x0f) return new Uint8Array([0x6a]);
  if (register === 0x1b) {
    HARDWARE.awake = false;
    return new Uint8Array(1);
  }
  // 3 g along z at the moment of a blow.
  if (register === 0x28) return new Uint8Array([0, 0, 0, 0, 0, 48]);
  if (register === 0x3a) {
    // Samples since the last reading, at 52 Hz, as words.
    var waiting = Math.floor((getTime() - HARDWARE.tRead) * 52);
    if (waiting > 100) waiting = 100;
    return new Uint8Array([(waiting * 6) & 255, (waiting * 6) >> 8]);
  }
  HARDWARE.tRead += count / 12 / 52;
  var bytes = new Uint8Array(count);
  var words = new Int16Array(bytes.buffer);
  for (var i = 0; i < words.length; i += 6) {
    words[i + 3] = HARDWARE.sway[HARDWARE.at] / 0.000244;
    words[i + 5] = 4098;
    HARDWARE.at = (HARDWARE.at + 1) % 50;
  }
  return bytes;
};
// The chip's interrupt, latched as the firmware asked for it, and only where it did.
HARDWARE.chipPin = D18;
HARDWARE.strike = function () {
  if (HARDWARE.awake || !HARDWARE.engine) return;
  HARDWARE.awake = true;
  HARDWARE.chip({ state: true, time: getTime(), pin: D18 });
};
HARDWARE.tRead = getTime();
HARDWARE.at = 0;
