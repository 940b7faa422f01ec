// Stands in for the hardware of a band where Espruino runs on Linux: there native timers never fire, I2C reads junk and
// digitalRead gives 0. Runs before the firmware, on the interpreter itself. Everything it reports is a line that begins
// with '#', and every line that begins with '!' is meant for it: none of them can be mistaken for a frame.
E.setConsole(null, { force: true });

// A name longer than any that the minified firmware behind it gives its own variables. No other variable may stay behind:
// the firmware declares some of its own without a value.
var HARDWARE = { button: undefined, text: "" };
HARDWARE.out = USB.write;
HARDWARE.clock = getTime;
HARDWARE.say = function (text) {
  HARDWARE.out.call(USB, "#" + text + "\n");
};

HARDWARE.light = function (level) {
  if (HARDWARE.lit !== level) HARDWARE.say("light " + level + " " + HARDWARE.clock() * 1000000);
  HARDWARE.lit = level;
};
HARDWARE.falls = 0;
// The motor's pin, reported with the interpreter's own time.
var digitalWrite = function (pin, value) {
  if (pin === HARDWARE.motorPin) {
    HARDWARE.pinLevel = value;
    if (!value) HARDWARE.falls++;
    HARDWARE.drive();
  }
  if (pin === HARDWARE.lightPin) HARDWARE.light(value);
};
HARDWARE.drive = function () {
  var level = HARDWARE.pinLevel && HARDWARE.isDriving() ? 1 : 0;
  if (HARDWARE.level !== level) {
    HARDWARE.level = level;
    HARDWARE.say("motor " + level + " " + HARDWARE.clock() * 1000000);
  }
};
var digitalRead = function () {
  return HARDWARE.pressed ? 1 : 0;
};
// 510 kOhm of 1510 kOhm, a cell from 3.3 to 4.2 V, a reference of 3.3 V.
HARDWARE.battery = 77;
var analogRead = function () {
  return ((33 + (HARDWARE.battery * 9) / 100) * 51) / (33 * 151);
};
E.getBattery = function () {
  return HARDWARE.battery;
};

// Timers that need no interpreter, played by the interpreter. What is pending stands in a list: while the firmware waits
// in vain for somebody to read, they fire all the same (`faults.js`).
HARDWARE.pending = [];
HARDWARE.fire = function (task) {
  var at = HARDWARE.pending.indexOf(task);
  if (at < 0) return;
  HARDWARE.pending.splice(at, 1);
  digitalWrite(task.pin, task.value);
};
HARDWARE.require = require;
var require = function (name) {
  if (name !== "timer") return HARDWARE.require(name);
  return {
    add: function (task) {
      var copy = { pin: task.pin, value: task.value, at: HARDWARE.clock() + task.time / 1000 };
      HARDWARE.pending.push(copy);
      setTimeout(function () {
        HARDWARE.fire(copy);
      }, task.time);
      return 0;
    },
  };
};

HARDWARE.setWatch = setWatch;
var setWatch = function (callback, pin, options) {
  if (pin === HARDWARE.chipPin) HARDWARE.chip = callback;
  else HARDWARE.button = callback;
  // A watch on an unused pin makes the Linux build look at its input every millisecond instead of every fifty.
  return HARDWARE.setWatch(function () {}, D20, { repeat: true, edge: "rising" });
};
E.enableWatchdog = function () {};
E.kickWatchdog = function () {};

// One second of a swaying arm, again and again, in g.
HARDWARE.sway = [];
while (HARDWARE.sway.length < 50) HARDWARE.sway.push(0.2 * Math.sin((HARDWARE.sway.length * Math.PI) / 25));

// The firmware hears these lines too, and counts them as garbage.
HARDWARE.handle = function (line) {
  if (line === "!press" || line === "!release") HARDWARE.pressed = line === "!press";
  if (line === "!press") HARDWARE.button({ state: true, time: getTime(), pin: HARDWARE.motorPin });
  else if (line === "!release") HARDWARE.button({ state: false, time: getTime(), pin: HARDWARE.motorPin });
  else if (line === "!throw")
    setTimeout(function () {
      throw new Error("as asked");
    }, 1);
  else if (line === "!strike") HARDWARE.strike();
  else if (line === "!touch") HARDWARE.touch();
  else if (line === "!screen") HARDWARE.say("screen " + HARDWARE.screen);
  else if (line === "!memory") HARDWARE.say("memory " + process.memory().usage + " " + process.memory().free);
  else if (line === "!quit") quit();
};
HARDWARE.take = function (text) {
  HARDWARE.text += text;
  var end;
  while ((end = HARDWARE.text.indexOf("\n")) >= 0) {
    var line = HARDWARE.text.substr(0, end);
    HARDWARE.text = HARDWARE.text.substr(end + 1);
    if (line.charAt(0) === "!") HARDWARE.handle(line);
  }
};
USB.on("data", function (text) {
  HARDWARE.take(text);
});
