// FirmataParser.cpp of github.com/firmata/arduino, which decides what bytes mean to an Arduino

const START_SYSEX = 0xf0;
const END_SYSEX = 0xf7;
/** Commands with two bytes of data: analog, digital, pin mode, pin value. */
const TWO_BYTES = new Set([0xe0, 0x90, 0xf4, 0xf5]);
/** Commands with one: report analog, report digital. */
const ONE_BYTE = new Set([0xc0, 0xd0]);

export interface FirmataCommands {
  readonly sysex: (command: number, data: readonly number[]) => void;
  /** A command without data: report version, system reset. */
  readonly bare: (command: number) => void;
  /** An analog value, 14 bits, for a pin. */
  readonly analog?: (pin: number, value: number) => void;
}

/** Takes bytes one by one, as an Arduino does, and loses its place where an Arduino loses it. */
export const createFirmataParser = (commands: FirmataCommands): ((byte: number) => void) => {
  let sysex: number[] | undefined;
  let waiting = 0;
  let head = 0;
  let data: number[] = [];
  return (byte) => {
    if (sysex !== undefined) {
      if (byte !== END_SYSEX) {
        sysex.push(byte);
        return;
      }
      const [command, ...data] = sysex;
      sysex = undefined;
      if (command !== undefined) commands.sysex(command, data);
    } else if (waiting > 0 && byte < 0x80) {
      data.push(byte);
      if (--waiting === 0 && (head & 0xf0) === 0xe0)
        commands.analog?.(head & 0x0f, (data[0] ?? 0) | ((data[1] ?? 0) << 7));
    } else {
      head = byte;
      data = [];
      const command = byte < 0xf0 ? byte & 0xf0 : byte;
      waiting = TWO_BYTES.has(command) ? 2 : ONE_BYTE.has(command) ? 1 : 0;
      if (command === START_SYSEX) sysex = [];
      else if (waiting === 0) commands.bare(command);
    }
  };
};
