HARDWARE.motorPin = D19;
// The pin drives the motor itself.
HARDWARE.isDriving = function () {
  return true;
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
  setOptions: function () {},
  setPollInterval: function (millis) {
    HARDWARE.poll = millis;
  },
  on: function (event, callback) {
    var i = 0;
    setInterval(function () {
      callback({ x: HARDWARE.sway[i], y: 0, z: 1 });
      i = (i + 1) % 50;
    }, HARDWARE.poll);
  },
};
