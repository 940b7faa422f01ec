/** The surface of firmata-io 2.3.0 that is used here; it has no types of its own. */
declare module "firmata-io" {
  import type { EventEmitter } from "node:events";
  import type { Duplex } from "node:stream";

  export class Firmata extends EventEmitter {
    constructor(transport: Duplex);
    /** Armed by the constructor for 5 s, and by nothing disarmed when the transport closes. */
    readonly reportVersionTimeoutId: NodeJS.Timeout;
    readonly isReady: boolean;
    reportVersion(callback: () => void): void;
    queryFirmware(callback: () => void): void;
    reset(): void;
  }

  const firmataIo: { readonly Firmata: typeof Firmata };
  export default firmataIo;
}
