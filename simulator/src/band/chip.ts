/** A chip on an I2C bus: registers that are written and read. Times are true time. */
export interface Chip {
  write(register: number, value: number, tMicros: number): void;
  read(register: number, count: number, tMicros: number): Uint8Array;
}

/** One bus with its chips by address. A transfer to an address where nobody listens reads zeros. */
export class Bus {
  private readonly chips: Readonly<Record<number, Chip>>;
  /** Somebody holds a line of it low: from then on every transfer fails, as Espruino's do, with an exception. */
  isStuck = false;
  private register = 0;

  constructor(chips: Readonly<Record<number, Chip>>) {
    this.chips = chips;
  }

  /** The first byte of a write: which register is meant, by what follows and by the next read. A stuck bus fails here. */
  select(register: number): void {
    this.failIfStuck();
    this.register = register;
  }

  write(address: number, register: number, values: readonly number[], tMicros: number): void {
    values.forEach((value, i) => this.chips[address]?.write(register + i, value, tMicros));
  }

  readFrom(address: number, count: number, tMicros: number): Uint8Array {
    this.failIfStuck();
    return this.chips[address]?.read(this.register, count, tMicros) ?? new Uint8Array(count);
  }

  private failIfStuck(): void {
    if (this.isStuck) throw new Error("I2C: Timeout on I2C Write Transmit");
  }
}
