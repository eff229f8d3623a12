// What was said and not yet confirmed. It outlives a reload and a phone that puts the tab to sleep.
import type { Saying } from "./frames";

const KEY = `unsent:${location.pathname}`;

export class Unsent {
  readonly #sayings = new Map(restore().map((saying) => [saying.id, saying]));

  add(saying: Saying): void {
    this.#sayings.set(saying.id, saying);
    this.#store();
  }

  confirm(id: string): void {
    if (this.#sayings.delete(id)) this.#store();
  }

  /** In the order they were said. */
  list(): readonly Saying[] {
    return [...this.#sayings.values()];
  }

  #store(): void {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(this.list()));
    } catch {
      // A browser that keeps nothing: what is unsent lasts as long as the page.
    }
  }
}

function restore(): Saying[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as Saying[];
  } catch {
    return [];
  }
}
