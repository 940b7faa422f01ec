import { homedir } from "node:os";
import { join } from "node:path";

/** What decides where a program keeps what is a user's own. */
interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const under = ({ platform, env, home }: Surroundings): string => {
  if (platform === "win32") return env["APPDATA"] ?? join(home, "AppData", "Roaming");
  if (platform === "darwin") return join(home, "Library", "Application Support");
  return env["XDG_DATA_HOME"] ?? join(home, ".local", "share");
};

/**
 * The folder of whoever uses this computer, for groups and for sessions that they keep: `ENTRAIN_HOME`, else where the
 * system wants such things (on Linux the XDG Base Directory Specification says where).
 */
export const ownFolder = (
  surroundings: Surroundings = { platform: process.platform, env: process.env, home: homedir() },
): string => surroundings.env["ENTRAIN_HOME"] ?? join(under(surroundings), "entrain");
