import type { SessionCommand, WayCommand } from "../contract.ts";

const KINDS: Readonly<Record<WayCommand["kind"], true>> = {
  open: true,
  close: true,
  look: true,
  identify: true,
  persona: true,
  assign: true,
  "save-group": true,
  "delete-group": true,
};

/** Whether a command is asked of whoever opens sessions, not of a session. */
export const isWayCommand = (command: SessionCommand): command is WayCommand => Object.hasOwn(KINDS, command.kind);
