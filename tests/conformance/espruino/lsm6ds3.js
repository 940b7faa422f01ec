// ST LSM6DS3TR-C on the XIAO Sense, as far as a firmware notices it: who it is, a FIFO at 52 Hz, an interrupt at a double tap
// (DocID030071). Any other chip is asked by its address.
HARDWARE.chips = {};
var I2C = function () {};
I2C.prototype.setup = function () {};
I2C.prototype.writeTo = function (address, bytes) {
  HARDWARE.chips[address].write(bytes);
};
I2C.prototype.readReg = function (address, register, count) {
  return HARDWARE.chips[address].read(register, count);
};
HARDWARE.registers = new Uint8Array(128);
HARDWARE.tRead = HARDWARE.clock();
HARDWARE.at = 0;
// What the gyroscope shows, in steps of 0.07 deg/s.
HARDWARE.swing = 0;
HARDWARE.chips[0x6a] = {
  write: function (bytes) {
    if (HARDWARE.imu) HARDWARE.imu(0);
    for (var i = 1; i < bytes.length; i++) HARDWARE.registers[bytes[0] + i - 1] = bytes[i];
  },
  read: function (register, count) {
    if (HARDWARE.imu) return HARDWARE.imu(count);
    if (register === 0x0f) return new Uint8Array([0x6a]);
    if (register === 0x1b) {
      HARDWARE.awake = false;
      return new Uint8Array(1);
    }
    // 3 g along z at the moment of a blow.
    if (register === 0x28) return new Uint8Array([0, 0, 0, 0, 0, 48]);
    if (register === 0x3a) {
      // Samples since the last reading, at 52 Hz, as words.
      var waiting = Math.floor((HARDWARE.clock() - HARDWARE.tRead) * 52);
      if (waiting > 100) waiting = 100;
      return new Uint8Array([(waiting * 6) & 255, (waiting * 6) >> 8]);
    }
    HARDWARE.tRead += count / 12 / 52;
    var bytes = new Uint8Array(count);
    var words = new Int16Array(bytes.buffer);
    for (var i = 0; i < words.length; i += 6) {
      words[i] = HARDWARE.swing;
      words[i + 3] = HARDWARE.sway[HARDWARE.at] / 0.000244;
      words[i + 5] = 4098;
      HARDWARE.at = (HARDWARE.at + 1) % 50;
    }
    return bytes;
  },
};
// A double tap is felt where the firmware has asked for it: interrupts and taps along all axes, double ones, on INT1.
HARDWARE.doubleTap = function () {
  var registers = HARDWARE.registers;
  if ((registers[0x58] & 0x8e) !== 0x8e || !(registers[0x5b] & 0x80) || !(registers[0x5e] & 8)) return;
  HARDWARE.button({ state: true, time: getTime(), pin: D18 });
};
