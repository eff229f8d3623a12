// The conversation on the page: what is confirmed in the server's order, and below it what is still on its way.
import type { Message, Saying } from "./frames";
import { showDay, showTime } from "./times";
import { toNodes } from "./words";

type Side = "us" | "you" | "problem";

/** Closer to the end than this, one is reading along. */
const AT_END_PX = 80;

export class Thread {
  readonly #frame: HTMLElement;
  readonly #list: HTMLElement;
  readonly #names: Readonly<Record<Side, string>>;
  readonly #items = new Map<string, HTMLElement>();
  /** Whoever scrolls up to read is left in peace. */
  #follows = true;

  /** `frame` scrolls the list; `host` is who answers here, for those who hear the page instead of seeing it. */
  constructor(frame: HTMLElement, list: HTMLElement, host: string) {
    this.#frame = frame;
    this.#list = list;
    this.#names = { us: host, you: "You", problem: "Problem" };
    frame.addEventListener("scroll", () => (this.#follows = this.#isAtEnd()));
    // Choices come and go, keyboards open: the newest stays in sight.
    new ResizeObserver(() => this.#follow()).observe(frame);
  }

  /** Shows a message of the server's, or that one has arrived there; false when that was known already. */
  show({ id, from, text, at }: Message): boolean {
    const before = this.#items.get(id);
    if (before !== undefined && !before.classList.contains("waiting")) return false;
    const item = before ?? this.#make(id, from, text);
    const firstWaiting = this.#list.querySelector(".waiting");
    if (item !== firstWaiting) this.#list.insertBefore(item, firstWaiting);
    item.classList.remove("waiting");
    date(item, at);
    this.#markDays();
    this.#follow();
    return true;
  }

  /** Shows what the visitor has just said, before the server has heard it. */
  expect({ id, text }: Saying): void {
    const item = this.#make(id, "you", text);
    item.classList.add("waiting");
    item.querySelector("time")?.replaceChildren("Sending …");
    this.#list.append(item);
    this.#showNewest();
  }

  /** A sentence about something that went wrong. */
  complain(text: string): void {
    const item = this.#make(crypto.randomUUID(), "problem", text);
    date(item, Date.now());
    this.#list.append(item);
    this.#showNewest();
  }

  #make(id: string, side: Side, text: string): HTMLElement {
    const item = document.createElement("li");
    item.className = `message ${side}`;
    const name = document.createElement("span");
    name.className = "visually-hidden";
    name.textContent = `${this.#names[side]}: `;
    const words = document.createElement("p");
    words.append(...toNodes(text));
    // Right-to-left languages run the right way.
    words.dir = "auto";
    item.append(name, words, document.createElement("time"));
    this.#items.set(id, item);
    return item;
  }

  /** The first message of a day is headed by it, unless all there is was said today. */
  #markDays(): void {
    let before = new Date().toDateString();
    for (const item of this.#list.querySelectorAll<HTMLElement>(".message:not(.waiting)")) {
      const at = new Date(item.querySelector("time")?.dateTime ?? "");
      const day = at.toDateString();
      if (day === before) delete item.dataset["day"];
      else item.dataset["day"] = showDay(at);
      before = day;
    }
  }

  #isAtEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.#frame;
    return scrollHeight - scrollTop - clientHeight < AT_END_PX;
  }

  #follow(): void {
    if (this.#follows) this.#showNewest();
  }

  #showNewest(): void {
    this.#frame.scrollTop = this.#frame.scrollHeight;
  }
}

function date(item: HTMLElement, at: number): void {
  const time = item.querySelector("time");
  if (time === null) return;
  time.dateTime = new Date(at).toISOString();
  time.textContent = showTime(new Date(at));
}
