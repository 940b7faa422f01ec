// The interpreter's own pins and timers in place of played ones: for a build on which they work and are logged.
delete global.digitalWrite;
delete global.require;
