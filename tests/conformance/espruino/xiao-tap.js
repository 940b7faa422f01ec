// The upper transistor, and the lower one that carries the PWM.
HARDWARE.motorPin = D2;
HARDWARE.lightPin = D13;
HARDWARE.pwm = 0;
HARDWARE.isDriving = function () {
  return HARDWARE.pwm > 0;
};
var analogWrite = function (pin, level) {
  if (pin !== D3) return;
  HARDWARE.pwm = level;
  HARDWARE.drive();
};
var Bluetooth = { on: function () {}, write: function () {} };
