/** @jsxImportSource hono/jsx/dom */
// A labelled choice of one among a few.
import { useId } from "hono/jsx/dom";

export type Choice<T extends string> = readonly [value: T, label: string];

export type PickerProps<T extends string> = {
  label: string;
  choices: readonly Choice<T>[];
  value: T;
  choose: (value: T) => Promise<void>;
  /** Anything but the first choice is trouble, and shown as such. */
  alarming?: boolean;
};

export function Picker<T extends string>({
  label,
  choices,
  value,
  choose,
  alarming = false,
}: PickerProps<T>) {
  const id = useId();
  const onChange = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const chosen = choices[event.target.selectedIndex];
    if (chosen !== undefined) void choose(chosen[0]);
  };
  return (
    <div class="picker">
      <label for={id}>{label}</label>
      <select id={id} class={alarming && value !== choices[0]?.[0] ? "changed" : ""} onChange={onChange}>
        {choices.map(([each, text]) => (
          <option key={each} value={each} selected={each === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
