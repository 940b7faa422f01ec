import { spawnSync } from "node:child_process";
import { startGroup } from "./process-group.ts";

/** How to give a program a pseudo-terminal: socat where it is installed, else Python's own. */
export type PtyTool = "socat" | "python3";

export const findPtyTool = (): PtyTool | undefined => {
  if (spawnSync("socat", ["-V"], { stdio: "ignore" }).status === 0) return "socat";
  return spawnSync("python3", ["-c", "import pty"], { stdio: "ignore" }).status === 0 ? "python3" : undefined;
};

/** Runs a program on one pseudo-terminal, and makes another, linked to it, appear at a path. */
const PYTHON = `
import os, pty, select, subprocess, sys, tty
link, program, script = sys.argv[1:4]
outer, outer_slave = pty.openpty()
inner, inner_slave = pty.openpty()
tty.setraw(outer_slave); tty.setraw(inner_slave)
os.symlink(os.ttyname(outer_slave), link)
child = subprocess.Popen([program] + script.split(), stdin=inner_slave, stdout=inner_slave)
try:
    while child.poll() is None:
        ready, _, _ = select.select([outer, inner], [], [], 0.5)
        for source, sink in ((outer, inner), (inner, outer)):
            if source in ready: os.write(sink, os.read(source, 4096))
finally:
    child.kill()
    os.unlink(link)
`;

/** Starts `program script` behind a pseudo-terminal at `link`, in `cwd`; script '' boots it from its flash there. @returns the way to end it */
export const startOnPty = (tool: PtyTool, program: string, script: string, link: string, cwd: string): (() => void) =>
  tool === "socat"
    ? startGroup(
        "socat",
        [`PTY,link=${link},raw,echo=0`, `EXEC:${`${program} ${script}`.trimEnd()},pty,raw,echo=0`],
        cwd,
      )
    : startGroup("python3", ["-c", PYTHON, link, program, script], cwd);
