/** A pin as the firmware sees it. */
export interface SimPin {
  readonly pin: string;
}

/** The levels of a band's pins, 0 to 1 (between them a PWM), and who wants to know of a change. */
export class Pins {
  private readonly levels = new Map<string, number>();
  private readonly listeners = new Map<string, (level: number) => void>();

  level(name: string): number {
    return this.levels.get(name) ?? 0;
  }

  write(name: string, level: number): void {
    if (this.level(name) === level) return;
    this.levels.set(name, level);
    this.listeners.get(name)?.(level);
  }

  onChange(name: string, listener: (level: number) => void): void {
    this.listeners.set(name, listener);
  }

  /** Power off: every pin falls low, pull-downs see to that. */
  reset(): void {
    for (const name of this.levels.keys()) this.write(name, 0);
  }
}
