/** One pending callback; cancelled by taking its callback away. */
export interface Timer {
  readonly tMicros: number;
  /** Decides among timers due at the same time: first asked, first served. */
  readonly order: number;
  callback: (() => void) | undefined;
}

const before = (a: Timer, b: Timer): boolean => a.tMicros < b.tMicros || (a.tMicros === b.tMicros && a.order < b.order);

/** A binary heap of timers, earliest on top. Cancelled ones are dropped when they reach it. */
export class TimerHeap {
  private readonly heap: Timer[] = [];
  private asked = 0;

  push(tMicros: number, callback: () => void): Timer {
    const timer: Timer = { tMicros, order: this.asked++, callback };
    this.heap.push(timer);
    this.siftUp(this.heap.length - 1);
    return timer;
  }

  /** The time of the earliest timer that still stands. */
  peekMicros(): number | undefined {
    while (this.heap.length > 0 && this.heap[0]?.callback === undefined) this.removeTop();
    return this.heap[0]?.tMicros;
  }

  /** Takes the earliest timer out and hands its callback over. */
  pop(): (() => void) | undefined {
    if (this.peekMicros() === undefined) return undefined;
    const callback = this.heap[0]?.callback;
    this.removeTop();
    return callback;
  }

  private removeTop(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    this.heap[0] = last;
    this.siftDown(0);
  }

  private siftUp(from: number): void {
    let child = from;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.swapIfBefore(child, parent)) return;
      child = parent;
    }
  }

  private siftDown(from: number): void {
    let parent = from;
    for (;;) {
      const left = 2 * parent + 1;
      const [a, b] = [this.heap[left], this.heap[left + 1]];
      if (a === undefined) return;
      const child = b !== undefined && before(b, a) ? left + 1 : left;
      if (!this.swapIfBefore(child, parent)) return;
      parent = child;
    }
  }

  private swapIfBefore(child: number, parent: number): boolean {
    const [c, p] = [this.heap[child], this.heap[parent]];
    if (c === undefined || p === undefined || !before(c, p)) return false;
    this.heap[child] = p;
    this.heap[parent] = c;
    return true;
  }
}
