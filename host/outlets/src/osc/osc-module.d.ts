/** The surface of osc 2.4.5 that is used here: its coder. Its ports load a serial driver of their own, so they are not. */
declare module "osc/src/osc.js" {
  export interface OscArgument {
    readonly type: "i" | "f" | "s";
    readonly value: number | string;
  }
  export interface OscMessage {
    readonly address: string;
    readonly args: readonly OscArgument[];
  }
  export interface OscBundle {
    readonly timeTag: { readonly raw: readonly [number, number] };
    readonly packets: readonly OscMessage[];
  }
  const osc: {
    writePacket(packet: OscMessage | OscBundle, options: { readonly metadata: true }): Uint8Array;
    readPacket(bytes: Uint8Array, options: { readonly metadata: true }): OscMessage | OscBundle;
  };
  export default osc;
}
