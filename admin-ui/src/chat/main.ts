// The web chat page: one conversation, its quick replies, and a box to type in. No framework: visitors come on slow phones.
import { Connection } from "./connection";
import type { Frame, Reply, State } from "./connection";

const find = <Kind extends HTMLElement>(id: string): Kind => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found as Kind;
};

const messages = find<HTMLOListElement>("messages");
const choices = find<HTMLDivElement>("choices");
const form = find<HTMLFormElement>("compose");
const box = find<HTMLTextAreaElement>("text");
const stateLine = find<HTMLParagraphElement>("state");
const shown = new Map<string, HTMLLIElement>();

const STATES: Record<State, string> = {
  connecting: "Connecting …",
  open: "Connected",
  away: "No connection. What you type is sent when it is back.",
};

const connection = new Connection(
  `${location.origin.replace(/^http/, "ws")}${location.pathname.replace(/\/$/, "")}/socket`,
  hear,
  (state) => {
    stateLine.textContent = STATES[state];
    stateLine.dataset["state"] = state;
  },
);

function hear(frame: Frame): void {
  if (frame.kind === "problem") {
    add(crypto.randomUUID(), "problem", frame.text, Date.now());
    return;
  }
  add(frame.id, frame.from, frame.text, frame.at);
  offer(frame.from === "us" ? frame.options : []);
}

/** A message that is shown already only loses its "on the way". */
function add(id: string, from: "us" | "you" | "problem", text: string, at: number): void {
  const before = shown.get(id);
  if (before !== undefined) {
    before.classList.remove("waiting");
    return;
  }
  const item = document.createElement("li");
  item.className = `message ${from}`;
  const words = document.createElement("p");
  // Text, never markup; `auto` lets right-to-left languages run the right way.
  words.textContent = text;
  words.dir = "auto";
  const time = document.createElement("time");
  time.dateTime = new Date(at).toISOString();
  time.textContent = new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  item.append(words, time);
  messages.append(item);
  shown.set(id, item);
  item.scrollIntoView({ block: "end", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

function offer(options: readonly Reply[]): void {
  choices.replaceChildren(
    ...options.map(({ id, label }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.dir = "auto";
      button.addEventListener("click", () => say(label, id));
      return button;
    }),
  );
}

function say(text: string, option?: string): void {
  const id = crypto.randomUUID();
  add(id, "you", text, Date.now());
  shown.get(id)?.classList.add("waiting");
  offer([]);
  connection.say({ id, text, ...(option !== undefined && { option }) });
}

function submit(): void {
  const text = box.value.trim();
  if (text === "") return;
  box.value = "";
  resize();
  say(text);
}

function resize(): void {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
box.addEventListener("input", resize);
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
box.focus();
