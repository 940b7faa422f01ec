import { useEffect, useState } from "preact/hooks";
import type { VNode } from "preact";
import { messageOf } from "../words/text.ts";
import { download } from "./download.ts";
import { forgetSession, type KeptSession, keptSessions } from "./kept-sessions.ts";
import { reportOf } from "./report-of.ts";
import { KEPT } from "./words.ts";

const when = ({ startedAt }: KeptSession): string => new Date(startedAt).toLocaleString();

/** What this browser keeps: to look back with, to take away, to forget. */
export const SessionsPanel = (): VNode => {
  const [sessions, setSessions] = useState<readonly KeptSession[]>([]);
  const [said, setSaid] = useState("");
  const refresh = (): void => {
    keptSessions().then(setSessions, (error: unknown) => {
      setSaid(messageOf(error, "This browser keeps nothing."));
    });
  };
  useEffect(refresh, []);
  const report = async (session: KeptSession): Promise<void> => {
    setSaid("Scoring …");
    try {
      download(session.fileName.replace(/\.mcap$/, ".html"), await reportOf(session), "text/html");
      setSaid("The report is among your downloads.");
    } catch (error) {
      setSaid(messageOf(error, "This session could not be read."));
    }
  };
  return (
    <section class="web-panel">
      <h2>Sessions kept in this browser</h2>
      <p>{KEPT}</p>
      <ul class="web-kept">
        {sessions.map((session) => (
          <li key={session.id}>
            <span>
              {when(session)}, {Object.values(session.people).join(", ")}
            </span>
            <button type="button" onClick={() => void report(session)}>
              Report
            </button>
            <button
              type="button"
              onClick={() => {
                download(session.fileName, session.bytes, "application/octet-stream");
              }}
            >
              Download
            </button>
            <button type="button" onClick={() => void forgetSession(session.id).then(refresh)}>
              Forget
            </button>
          </li>
        ))}
      </ul>
      {sessions.length === 0 && <p>None yet.</p>}
      <p class="web-said" role="status">
        {said}
      </p>
    </section>
  );
};
