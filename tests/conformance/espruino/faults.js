// What can go wrong with a band's hardware, on demand. Runs behind the prelude and before the board's.
HARDWARE.shift = 0;
var getTime = function () {
  return HARDWARE.clock() + HARDWARE.shift;
};

// A host that keeps the port open and stops reading: a band's interpreter has 256 characters for what it sends, and waits
// in the writing statement for as long as they are full. Only timers that need no interpreter fire meanwhile.
HARDWARE.ROOM = 255;
HARDWARE.deafen = function (seconds) {
  HARDWARE.deafUntil = HARDWARE.clock() + seconds;
  HARDWARE.held = "";
  USB.write = function (text, end) {
    HARDWARE.held += text + (end || "");
    while (HARDWARE.held.length > HARDWARE.ROOM && HARDWARE.clock() < HARDWARE.deafUntil) HARDWARE.stand();
    if (HARDWARE.clock() >= HARDWARE.deafUntil) HARDWARE.hear();
  };
  setTimeout(HARDWARE.hear, seconds * 1000);
};
HARDWARE.write = USB.write;
HARDWARE.hear = function () {
  USB.write = HARDWARE.write;
  USB.write(HARDWARE.held);
  HARDWARE.held = "";
};
// The timers' interrupt, as long as JavaScript stands still.
HARDWARE.interrupt = function () {
  var tasks = HARDWARE.pending.slice(0);
  for (var i = 0; i < tasks.length; i++) if (HARDWARE.clock() >= tasks[i].at) HARDWARE.fire(tasks[i]);
};

// Waiting for what comes first; where a test steps the time, it passes only so.
HARDWARE.stand = function () {
  if (HARDWARE.now !== undefined) {
    var at = HARDWARE.deafUntil;
    for (var i = 0; i < HARDWARE.pending.length; i++) if (HARDWARE.pending[i].at < at) at = HARDWARE.pending[i].at;
    if (at > HARDWARE.now) HARDWARE.now = at;
  }
  HARDWARE.interrupt();
};

// What the accelerometer's bus does in place of what it should; undefined = it is well.
HARDWARE.imu = undefined;
HARDWARE.stuck = function () {
  throw new Error("I2C: no answer");
};
HARDWARE.rubbish = function (count) {
  var bytes = new Uint8Array(count);
  bytes.fill(255);
  return bytes;
};

HARDWARE.order = HARDWARE.handle;
HARDWARE.handle = function (line) {
  var words = line.split(" ");
  if (words[0] === "!deaf") HARDWARE.deafen(words[1] / 1000000);
  else if (words[0] === "!clock") HARDWARE.shift += words[1] / 1000000;
  else if (words[0] === "!battery") HARDWARE.battery = +words[1];
  else if (words[0] === "!imu") HARDWARE.imu = HARDWARE[words[1]];
  else if (line === "!break") HARDWARE.isBroken = true;
  else if (words[0] === "!swing") HARDWARE.swing = +words[1];
  else if (line === "!doubletap") HARDWARE.doubleTap();
  else if (words[0] === "!register") HARDWARE.say("register " + HARDWARE[words[1]][words[2]]);
  else if (line === "!settings") HARDWARE.say("settings " + HARDWARE.require("Storage").read("entrain.json"));
  else HARDWARE.order(line);
};
