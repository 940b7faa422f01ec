// TI DRV2605L (SLOS854), as far as a motor notices it: in shutdown while its EN pin is low, real-time playback, diagnostics
// and auto-calibration. Written from the data sheet, not from the driver that is tested against it.
HARDWARE.driver = new Uint8Array(64);
HARDWARE.status = 0;
// A wire of the motor, by order of a test.
HARDWARE.isBroken = false;
HARDWARE.isDriving = function () {
  var mode = HARDWARE.driver[1] & 7;
  var level = HARDWARE.driver[2];
  if (HARDWARE.isBroken) return false;
  if (mode !== 5) return HARDWARE.driver[0x0c] === 1;
  return level > 0 && level < 128;
};
HARDWARE.go = function () {
  var falls = HARDWARE.falls;
  var mode = HARDWARE.driver[1] & 7;
  setTimeout(
    function () {
      // Cut short by its pin, or by another mode.
      if (HARDWARE.falls !== falls || HARDWARE.driver[0x0c] !== 1 || (HARDWARE.driver[1] & 7) !== mode) return;
      HARDWARE.driver[0x0c] = 0;
      HARDWARE.status = HARDWARE.isBroken ? 8 : 0;
      if (mode === 7 && !HARDWARE.isBroken) {
        HARDWARE.driver[0x18] = 0x0d;
        HARDWARE.driver[0x19] = 0x71;
        HARDWARE.driver[0x1a] = (HARDWARE.driver[0x1a] & 0xfc) | 1;
      }
      HARDWARE.drive();
    },
    mode === 6 ? 30 : 250,
  );
};
HARDWARE.chips[0x5a] = {
  write: function (bytes) {
    if (!HARDWARE.pinLevel) return;
    for (var i = 1; i < bytes.length; i++) {
      var register = bytes[0] + i - 1;
      HARDWARE.driver[register] = bytes[i];
      if (register === 0x0c && bytes[i] === 1) HARDWARE.go();
      if (register === 1 && (bytes[i] & 7) === 5) HARDWARE.driver[0x0c] = 0;
    }
    HARDWARE.drive();
  },
  read: function (register, count) {
    var bytes = new Uint8Array(count);
    for (var i = 0; i < count; i++) bytes[i] = HARDWARE.pinLevel ? HARDWARE.driver[register + i] : 255;
    if (register === 0 && HARDWARE.pinLevel) bytes[0] = 0xe0 | HARDWARE.status;
    return bytes;
  },
};
