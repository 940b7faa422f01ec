// Time that a test steps: an hour of a band takes as long as its interpreter needs for the work of it. Runs behind the
// prelude and before everything else. JavaScript takes no time here; what it takes of a band is measured elsewhere. What
// the host sends comes through a named pipe, which is read while time stands: the Linux build reads its own input in a thread
// of its own, and once in some hundred thousand lines the two get into each other's way.
HARDWARE.now = 1000;
var getTime = function () {
  return HARDWARE.now;
};
HARDWARE.clock = getTime;
HARDWARE.waiting = [];
HARDWARE.count = 0;
HARDWARE.nextTick = setTimeout;
HARDWARE.spoke = false;
// An interpreter with nothing to wait for ends.
setInterval(function () {}, 1000);
HARDWARE.later = function (callback, millis, every) {
  HARDWARE.count++;
  HARDWARE.waiting.push({
    id: HARDWARE.count,
    callback: callback,
    at: HARDWARE.now + (millis > 0 ? millis : 0) / 1000,
    every: every,
  });
  return HARDWARE.count;
};
var setTimeout = function (callback, millis) {
  return HARDWARE.later(callback, millis, 0);
};
var setInterval = function (callback, millis) {
  return HARDWARE.later(callback, millis, millis / 1000);
};
var clearTimeout = function (id) {
  for (var i = 0; i < HARDWARE.waiting.length; i++) if (HARDWARE.waiting[i].id === id) HARDWARE.waiting.splice(i, 1);
};
var clearInterval = clearTimeout;
HARDWARE.earliest = function () {
  var best = HARDWARE.waiting[0];
  for (var i = 1; i < HARDWARE.waiting.length; i++) if (HARDWARE.waiting[i].at < best.at) best = HARDWARE.waiting[i];
  return best;
};

// Each callback runs as a timer of the interpreter's own, so that what it throws goes the way that it always does. Time
// stands as soon as something was sent: whoever hears it may answer at that time.
HARDWARE.next = function () {
  if (HARDWARE.threw) {
    // The interpreter tells of an exception a little later: no time passes before it has.
    HARDWARE.threw = false;
    HARDWARE.nextTick(HARDWARE.next, 20);
    return;
  }
  var due = HARDWARE.earliest();
  if (HARDWARE.spoke || due === undefined || due.at > HARDWARE.until) {
    if (!HARDWARE.spoke && HARDWARE.now < HARDWARE.until) HARDWARE.now = HARDWARE.until;
    HARDWARE.spoke = false;
    HARDWARE.say("now " + HARDWARE.now * 1000000);
    HARDWARE.nextTick(HARDWARE.listen, 0);
    return;
  }
  HARDWARE.nextTick(HARDWARE.next, 0);
  // A clock that stood still in a long wait may be beyond it.
  if (due.at > HARDWARE.now) HARDWARE.now = due.at;
  if (due.every > 0) due.at += due.every;
  else clearTimeout(due.id);
  HARDWARE.threw = true;
  due.callback();
  HARDWARE.threw = false;
};
USB.write = function (text, end) {
  HARDWARE.spoke = true;
  HARDWARE.out.call(USB, text, end || "");
};

// The firmware's data come through here, in pieces as USB has them; what stands between the characters 1 and 2 is not for
// it.
HARDWARE.PIECE = 64;
USB.on = function (event, callback) {
  HARDWARE.data = callback;
};
// What a handler throws is thrown where nothing else waits for it.
HARDWARE.pass = function (callback, text) {
  try {
    callback(text);
  } catch (error) {
    HARDWARE.threw = true;
    HARDWARE.nextTick(function () {
      throw error;
    }, 0);
  }
};
HARDWARE.take = function (text) {
  while (text) {
    var at = text.indexOf("\x01");
    if (at === 0) {
      var end = text.indexOf("\x02");
      HARDWARE.pass(HARDWARE.handle, "!" + text.substring(1, end));
      text = text.substr(end + 1);
    } else {
      if (at < 0 || at > HARDWARE.PIECE) at = HARDWARE.PIECE;
      HARDWARE.pass(HARDWARE.data, text.substr(0, at));
      text = text.substr(at);
    }
  }
};
HARDWARE.listen = function () {
  HARDWARE.take(HARDWARE.require("fs").readFileSync("in"));
};
HARDWARE.nextTick(HARDWARE.listen, 0);
HARDWARE.steps = HARDWARE.handle;
HARDWARE.handle = function (line) {
  if (line.substr(0, 7) !== "!until ") {
    HARDWARE.steps(line);
    return;
  }
  HARDWARE.until = line.substr(7) / 1000000;
  HARDWARE.next();
};
