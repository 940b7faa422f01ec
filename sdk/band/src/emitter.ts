export type Listener<Event> = (event: Event) => void;

/** Tells listeners, in the order in which they came. */
export class Emitter<Event> {
  private readonly listeners = new Set<Listener<Event>>();

  /** @returns the way to stop listening */
  on(listener: Listener<Event>): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(event: Event): void {
    for (const listener of this.listeners) listener(event);
  }
}
