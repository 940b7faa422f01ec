// The motor's edges with the true time, in microseconds since the clock's base: few enough digits to be written whole.
HARDWARE.drive = function () {
  var level = HARDWARE.pinLevel && HARDWARE.isDriving() ? 1 : 0;
  if (HARDWARE.level === level) return;
  HARDWARE.level = level;
  HARDWARE.say("edge " + level + " " + (OWN_CLOCK.trueTime() - OWN_CLOCK.base) * 1000000);
};
