// Gives an interpreter a clock of its own: OWN_CLOCK has `base` and `offset` in whole seconds, `ppm` and `micros`. All
// interpreters of a machine share one clock, which is the truth that the test compares with. Runs before anything else;
// the name is longer than any in the minified firmware.
OWN_CLOCK.trueTime = getTime;
OWN_CLOCK.rate = 1 + OWN_CLOCK.ppm / 1000000;
OWN_CLOCK.setTimeout = setTimeout;
OWN_CLOCK.setInterval = setInterval;
var getTime = function () {
  return (
    OWN_CLOCK.base +
    OWN_CLOCK.offset +
    OWN_CLOCK.micros / 1000000 +
    (OWN_CLOCK.trueTime() - OWN_CLOCK.base) * OWN_CLOCK.rate
  );
};
var setTimeout = function (callback, millis) {
  return OWN_CLOCK.setTimeout(callback, millis / OWN_CLOCK.rate);
};
var setInterval = function (callback, millis) {
  return OWN_CLOCK.setInterval(callback, millis / OWN_CLOCK.rate);
};
