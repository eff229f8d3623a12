// Many timers over the one alarm an object has; setting it costs a row, so an alarm that comes early enough is left alone.

/** An alarm rings within seconds; one that is so long past was lost (Cloudflare gives up after six tries), and rings no more. */
const LOST_AFTER_MS = 60_000;

export class Alarm {
  readonly #storage: DurableObjectStorage;
  /** What is set, in real time; null for none. */
  #at: number | null = null;
  /** Each setting is one row written (Cloudflare's price list). */
  rowsWritten = 0;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  /** Learns what is set. To be awaited before the object's first call. */
  async recall(): Promise<void> {
    this.#at = await this.#storage.getAlarm();
  }

  /** It is ringing: nothing is set any more. */
  rang(): void {
    this.#at = null;
  }

  /** Makes sure the object wakes at `at` or before. Commits together with the writes around it. */
  wakeBy(at: number | null): void {
    if (at === null) return;
    const isLost = this.#at !== null && this.#at < Date.now() - LOST_AFTER_MS;
    if (this.#at !== null && this.#at <= at && !isLost) return;
    this.#at = at;
    this.rowsWritten += 1;
    void this.#storage.setAlarm(at);
  }
}
