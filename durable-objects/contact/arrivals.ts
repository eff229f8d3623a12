// Keeps the order of arrival: while one message waits for what D1 has to say, those behind it wait for it.

/** Whoever reads D1 for the one in front gives up after three seconds; a consumer that died is not waited for longer. */
const PATIENCE_MS = 4_000;

interface InFront {
  readonly sid: string;
  readonly gone: Promise<void>;
  readonly go: () => void;
}

export class Arrivals {
  #inFront: InFront | null = null;

  /** Resolves when no message that arrived earlier is being looked up. */
  async turnOf(sid: string): Promise<void> {
    while (this.#inFront !== null && this.#inFront.sid !== sid) await this.#goneOrLate(this.#inFront);
  }

  /** The message is being looked up: until it is back, those behind it wait. */
  hold(sid: string): void {
    if (this.#inFront?.sid === sid) return;
    let go: (() => void) | null = null;
    const gone = new Promise<void>((resolve) => {
      go = resolve;
    });
    this.#inFront = { sid, gone, go: () => go?.() };
  }

  /** The message is dealt with. */
  letGo(sid: string): void {
    if (this.#inFront?.sid !== sid) return;
    const { go } = this.#inFront;
    this.#inFront = null;
    go();
  }
  /** Who waits sets the clock, not who is waited for: an object with a clock running cannot be put to sleep. */
  async #goneOrLate({ sid, gone }: InFront): Promise<void> {
    const patience = setTimeout(() => this.letGo(sid), PATIENCE_MS);
    await gone;
    clearTimeout(patience);
  }
}
