import type { ByteLink } from "@entrain/band";
import type { SimulatedBand, SimulatedBridge } from "@entrain/simulator";

/** The link of a simulated band or bridge as it is, with no stream of a serial port between: no promise is waited for on the way. */
export const openDirectly = ({ link }: SimulatedBand | SimulatedBridge): Promise<ByteLink> => {
  const direct: ByteLink = {
    write: (bytes) => link.host.write(bytes),
    onBytes: undefined,
    onClose: undefined,
    close: () => Promise.resolve(),
  };
  link.host.onBytes = (bytes) => direct.onBytes?.(bytes);
  link.connect();
  return Promise.resolve(direct);
};
