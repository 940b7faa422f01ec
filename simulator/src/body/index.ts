export * from "./body.ts";
export { FOLLOWS_NOTHING, FOLLOWS_PULSE, type Following } from "./following.ts";
export { createFollower, type Follower, type FollowerOpts } from "./follower.ts";
export * from "./gesture.ts";
export * from "./gestures/index.ts";
export { createMover, type MoverOpts } from "./mover.ts";
export * from "./own-rhythm.ts";
export * from "./pose.ts";
export * from "./still.ts";
