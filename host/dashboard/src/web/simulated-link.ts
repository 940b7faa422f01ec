import type { ByteLink } from "@entrain/band";
import type { SimulatedBand } from "@entrain/simulator";

/** A simulated band's link. */
export const openSimulated = ({ link }: SimulatedBand): Promise<ByteLink> => {
  const { host } = link;
  const end: ByteLink = {
    onBytes: undefined,
    onClose: undefined,
    write: (bytes) => {
      host.write(bytes);
    },
    close: () => {
      host.onBytes = undefined;
      host.onOpenChange = undefined;
      link.disconnect();
      return Promise.resolve();
    },
  };
  link.connect();
  host.onBytes = (bytes) => end.onBytes?.(bytes.slice());
  host.onOpenChange = (isOpen) => {
    if (!isOpen) end.onClose?.("the link is gone");
  };
  return Promise.resolve(end);
};
