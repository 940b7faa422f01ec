/**
 * What a running handler asked of pins, and what was pressed meanwhile. A handler runs in one go, before what it does takes
 * place: a press that comes in between, but before the handler asked, it has seen.
 */
export class PressRecord {
  private asked: { readonly pin: string; readonly tMicros: number } | undefined;
  private readonly pressedMicros = new Map<string, number>();

  /** Another handler begins: it has asked nothing yet. */
  beginHandler(): void {
    this.asked = undefined;
  }

  noteAsked(pin: string, tMicros: number): void {
    this.asked = { pin, tMicros };
  }

  notePressed(pin: string, tMicros: number): void {
    this.pressedMicros.set(pin, tMicros);
  }

  /** Whether what the handler asked last would have told it of a press; for when what it does now takes place. */
  asking(isHigh: (pin: string) => boolean): () => boolean {
    const { asked } = this;
    return () =>
      asked !== undefined && isHigh(asked.pin) && (this.pressedMicros.get(asked.pin) ?? Infinity) <= asked.tMicros;
  }
}
