const NO_ANALOG = 0x7f;
const PINS = 20;
const FIRST_ANALOG_PIN = 14;
/** Modes and bits: input and output with 1 bit, analog with 10, I2C with 1; 127 ends a pin. */
const DIGITAL_PIN = [0, 1, 1, 1, 0x7f];
const ANALOG_PIN = [0, 1, 1, 1, 2, 10, 6, 1, 0x7f];

const pins = <T>(of: (pin: number) => T): T[] => Array.from({ length: PINS }, (_, pin) => of(pin));

/** What an Uno answers to a capability query. */
export const CAPABILITIES = pins((pin) => (pin < FIRST_ANALOG_PIN ? DIGITAL_PIN : ANALOG_PIN)).flat();

/** What it answers to an analog mapping query. */
export const ANALOG_CHANNELS = pins((pin) => (pin < FIRST_ANALOG_PIN ? NO_ANALOG : pin - FIRST_ANALOG_PIN));
