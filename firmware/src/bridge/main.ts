import "../natives.ts";
import { AIR_LINE_CODE, CRC_BYTES, HEADER_BYTES, MAX_FRAME_BYTES, MAX_LINE_CHARS } from "@entrain/protocol";
import { frame8 } from "../frame.ts";
import { crc32, fromBase64 } from "../natives.ts";
import { answer } from "./answer.ts";
import { sendOut, silence, startRadio } from "./radio.ts";

/**
 * A bridge: what stands behind a mark goes out as an advert, an advert of a band goes up behind the same mark; frames are
 * for the two of them, so that the host knows the bridge's clock. It knows nothing of bands, plans or groups.
 */

/** What a checksum comes to over a frame and its checksum: a property of CRC-32. */
const CRC_RESIDUE = 0x2144df1c;
/** A host that has gone silent must not be kept on the air. */
const SILENCE_TICKS = 2;

let waiting = "";
let quietTicks = 0;

const readLine = (line: string): void => {
  if (line.charCodeAt(0) === AIR_LINE_CODE) {
    quietTicks = 0;
    sendOut(fromBase64(line.substr(1)));
    return;
  }
  const bytes = fromBase64(line);
  if (crc32(bytes) !== CRC_RESIDUE || bytes.length > MAX_FRAME_BYTES || bytes.length < HEADER_BYTES + CRC_BYTES) return;
  frame8.set(bytes);
  answer();
};

USB.on("data", (text) => {
  waiting += text;
  for (;;) {
    const end = waiting.indexOf("\n");
    if (end < 0) break;
    readLine(waiting.substr(0, end));
    waiting = waiting.substr(end + 1);
  }
  if (waiting.length >= MAX_LINE_CHARS) waiting = "";
});
startRadio();
E.enableWatchdog(5, false);
setInterval(() => {
  E.kickWatchdog();
  quietTicks++;
  if (quietTicks === SILENCE_TICKS) silence();
}, 250);
E.setConsole(null, { force: true });
