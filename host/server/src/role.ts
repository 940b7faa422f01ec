/**
 * What a sender may do, each more than the one before: a `viewer` sees, and may stop everything; a `facilitator` runs the
 * session; the `host` is the machine itself, which alone lets other devices in.
 */
export const ROLES = ["viewer", "facilitator", "host"] as const;
export type Role = (typeof ROLES)[number];

/** What a route asks of its sender. `anyone`: also a device that has not joined. */
export type Needs = "anyone" | Role;

export const mayDo = (role: Role | undefined, needs: Needs): boolean =>
  needs === "anyone" || (role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(needs));
