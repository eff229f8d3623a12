/** @jsxImportSource hono/jsx/dom */
// Twelve keys.

const KEYS: readonly [key: string, letters: string][] = [
  ["1", ""],
  ["2", "ABC"],
  ["3", "DEF"],
  ["4", "GHI"],
  ["5", "JKL"],
  ["6", "MNO"],
  ["7", "PQRS"],
  ["8", "TUV"],
  ["9", "WXYZ"],
  ["*", ""],
  ["0", "+"],
  ["#", ""],
];

/** `wanted` while the other end waits for a key. */
export function Keypad({ press, wanted }: { press: (key: string) => void; wanted: boolean }) {
  return (
    <div class={wanted ? "keypad wanted" : "keypad"} role="group" aria-label="Keypad">
      {KEYS.map(([key, letters]) => (
        <button type="button" key={key} onClick={() => press(key)}>
          {key}
          <small aria-hidden="true">{letters}</small>
        </button>
      ))}
    </div>
  );
}
