/** Writes in order, one after the other, and tells once when one of them failed. */
export class Outbox {
  private tail: Promise<void> = Promise.resolve();
  private hasFailed = false;
  private readonly write: (bytes: Uint8Array) => Promise<void>;
  private readonly onFailure: (reason: string) => void;

  constructor(write: (bytes: Uint8Array) => Promise<void>, onFailure: (reason: string) => void) {
    this.write = write;
    this.onFailure = onFailure;
  }

  push(bytes: Uint8Array): void {
    this.tail = this.tail.then(async () => {
      if (this.hasFailed) return;
      try {
        await this.write(bytes);
      } catch (error) {
        this.hasFailed = true;
        this.onFailure(error instanceof Error ? error.message : "the link failed");
      }
    });
  }
}
