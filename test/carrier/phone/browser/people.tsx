/** @jsxImportSource hono/jsx/dom */
// Whose phone it is: choose one, or take a new one out of the box.
import { useState } from "hono/jsx/dom";
import type { Person } from "../wire.ts";
import { addPerson } from "./api.ts";
import { Avatar } from "./avatar.tsx";
import { choosePerson } from "./store.ts";
import { showTime, zoneOf } from "./times.ts";
import { usePage } from "./use-state.ts";
import { WebChat } from "./web-chat.tsx";

export function People() {
  const state = usePage();
  const people = state.world?.people ?? [];
  return (
    <section class="people" aria-label="Phones">
      <h2>Phones</h2>
      <ul>
        {people.map((person) => (
          <li key={person.number}>
            <PersonButton person={person} chosen={person.number === state.number} zone={zoneOf(state)} />
          </li>
        ))}
      </ul>
      {people.length === 0 ? <p class="hint">No phone yet. Add one to text the lines with.</p> : null}
      <AddPerson />
      <WebChat />
    </section>
  );
}

const USES = { ringing: "Ringing …", calling: "Calling …", talking: "In a call" } as const;

function PersonButton({ person, chosen, zone }: { person: Person; chosen: boolean; zone: string }) {
  return (
    <button
      type="button"
      class="person"
      aria-current={chosen ? "true" : "false"}
      onClick={() => choosePerson(person.number)}
    >
      <Avatar name={person.name} />
      <span class="who">
        <span class="name">{person.name}</span>
        {person.call === undefined ? (
          <span class="preview">{person.preview || person.number}</span>
        ) : (
          <span class={`preview use ${person.call}`}>{USES[person.call]}</span>
        )}
      </span>
      {person.lastAt === 0 ? null : <span class="when">{showTime(person.lastAt, zone)}</span>}
    </button>
  );
}

/** A number of the range kept for fiction. */
const EXAMPLE = "+15005550123";

const read = (set: (value: string) => void) => (event: Event) => {
  if (event.target instanceof HTMLInputElement) set(event.target.value);
};

export function AddPerson() {
  const [number, setNumber] = useState("");
  const [name, setName] = useState("");
  const [problem, setProblem] = useState("");
  const add = async (event: Event): Promise<void> => {
    event.preventDefault();
    const wanted = number.replaceAll(/[\s().-]/g, "") || EXAMPLE;
    try {
      await addPerson({ number: wanted, name: name.trim() });
      setNumber("");
      setName("");
      setProblem("");
      choosePerson(wanted);
    } catch {
      setProblem("A number with its country code, such as +15005550123.");
    }
  };
  return (
    <form class="add-person" onSubmit={(event: Event) => void add(event)}>
      <label>
        <span>Name</span>
        <input value={name} onInput={read(setName)} placeholder="Sam" autocomplete="off" maxlength={60} />
      </label>
      <label>
        <span>Number</span>
        <input
          value={number}
          onInput={read(setNumber)}
          placeholder={EXAMPLE}
          inputmode="tel"
          autocomplete="off"
        />
      </label>
      <p class="problem" role="alert">
        {problem}
      </p>
      <button type="submit">Add phone</button>
    </form>
  );
}
