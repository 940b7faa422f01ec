import "johnny-five";

/** What johnny-five 2.1.0 has and @types/johnny-five 2.1.11 does not say. */
declare module "johnny-five" {
  interface BoardOption {
    /** True by default: then Ctrl-C ends the program without asking it. */
    sigint?: boolean;
  }

  interface Board {
    on(event: "string", listener: (text: string) => void): this;
    i2cWrite(address: number, register: number, value: number): this;
    i2cReadOnce(address: number, register: number, length: number, listener: (bytes: readonly number[]) => void): this;
    i2cRead(address: number, register: number, length: number, listener: (bytes: readonly number[]) => void): this;
  }
}
