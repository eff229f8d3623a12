// The web chat page: one conversation, its quick replies, and a box to type in. No framework: visitors come on slow phones.
import { Connection, type State } from "./connection";
import { find } from "./find";
import type { Frame, Reply } from "./frames";
import { Thread } from "./thread";

const choices = find("choices", HTMLDivElement);
const form = find("compose", HTMLFormElement);
const controls = find("controls", HTMLFieldSetElement);
const box = find("text", HTMLTextAreaElement);
const stateLine = find("state", HTMLParagraphElement);
const thread = new Thread(
  find("scroll", HTMLDivElement),
  find("messages", HTMLOListElement),
  find("host", HTMLHeadingElement).textContent ?? "",
);

/** Taller, the box scrolls. */
const BOX_PX_MAX = 160;

const STATES: Readonly<Record<State, string>> = {
  connecting: "Connecting …",
  open: "Connected",
  away: "No connection. What you write is sent as soon as it is back.",
  gone: "This chat is closed. Nothing more can be sent here.",
  erased: "This conversation has been erased. Reload the page to begin a new one.",
  crowded: "This chat is open in too many tabs. Reload the page to go on in this one.",
};

const connection = new Connection(`${location.origin.replace(/^http/, "ws")}${chatPath()}/socket`, {
  hear,
  show: (state) => {
    stateLine.textContent = STATES[state];
    stateLine.dataset["state"] = state;
    controls.disabled = state === "gone" || state === "erased" || state === "crowded";
    if (controls.disabled) offer([]);
  },
});
for (const saying of connection.unsent.list()) thread.expect(saying);

function chatPath(): string {
  return location.pathname.replace(/\/$/, "");
}

function hear(frame: Frame): void {
  if (frame.kind === "problem") return thread.complain(frame.text);
  // After a reconnection the whole conversation comes again: what is known already offers nothing anew.
  if (thread.show(frame)) offer(frame.from === "us" ? frame.options : []);
}

function offer(options: readonly Reply[]): void {
  choices.replaceChildren(
    ...options.map(({ id, label }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", ({ detail }) => {
        say(label, id);
        // The button is gone: whoever came by keyboard goes on in the box. A touch must not open the phone's keyboard.
        if (detail === 0) box.focus();
      });
      return button;
    }),
  );
}

function say(text: string, option?: string): void {
  const saying = { id: crypto.randomUUID(), text, ...(option !== undefined && { option }) };
  offer([]);
  thread.expect(saying);
  connection.say(saying);
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
  box.style.height = `${Math.min(box.scrollHeight + box.offsetHeight - box.clientHeight, BOX_PX_MAX)}px`;
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
// On a phone this would cover half the conversation with a keyboard.
if (matchMedia("(pointer: fine)").matches) box.focus();
