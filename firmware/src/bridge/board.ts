/** Any nRF52840 board with Espruino on a computer's USB: all that a bridge needs is the port and the radio. */

export const writeLine = (text: string): void => {
  USB.write(text, "\n");
};
