import type { GroupDocument } from "@entrain/session";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Connection, HostLink } from "../api.ts";

/** The groups that are kept, and the way to ask for them anew; undefined until they are known. */
export const useGroups = (
  link: HostLink,
  connection: Connection,
): readonly [readonly GroupDocument[] | undefined, () => void] => {
  const [groups, setGroups] = useState<readonly GroupDocument[]>();
  const read = useCallback(() => {
    link.groups().then(setGroups, () => undefined);
  }, [link]);
  useEffect(() => {
    if (connection === "live") read();
  }, [connection, read]);
  return [groups, read];
};
