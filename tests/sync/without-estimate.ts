import type { ByteLink } from "@entrain/band";
import { type ClockMap, encodeLine, type HostMessage, LineReader, type Message, messages } from "@entrain/protocol";

const isFromHost = (message: Message): message is HostMessage => messages[message.kind].from === "host";

/**
 * A link on which every clock map is replaced by what a host without an estimate would believe: that all clocks show the
 * same. So a test of keeping together can be seen to fail.
 */
export const withoutEstimate = (inner: ByteLink, believed: () => ClockMap): ByteLink => {
  const reader = new LineReader({
    onMessage: (message, seq) => {
      if (!isFromHost(message)) return;
      inner.write(encodeLine(message.kind === "clockMap" ? { ...message, ...believed() } : message, seq));
    },
  });
  const link: ByteLink = {
    write: (bytes) => {
      reader.push(bytes);
    },
    onBytes: undefined,
    onClose: undefined,
    close: () => inner.close(),
  };
  inner.onBytes = (bytes) => link.onBytes?.(bytes);
  inner.onClose = (reason) => link.onClose?.(reason);
  return link;
};
