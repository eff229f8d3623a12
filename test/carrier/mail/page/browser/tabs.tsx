/** @jsxImportSource hono/jsx/dom */
// A few views of one thing; arrow keys go from one to the next.
import { useRef } from "hono/jsx/dom";

interface TabsProps<T extends string> {
  label: string;
  choices: readonly (readonly [value: T, label: string])[];
  chosen: T;
  choose: (value: T) => void;
}

export function Tabs<T extends string>({ label, choices, chosen, choose }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const place = choices.findIndex(([value]) => value === chosen);
    const next = (place + step + choices.length) % choices.length;
    const value = choices[next]?.[0];
    if (value !== undefined) choose(value);
    const tab = list.current?.children[next];
    if (tab instanceof HTMLElement) tab.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {choices.map(([value, text]) => (
        <button
          type="button"
          role="tab"
          key={value}
          aria-selected={value === chosen ? "true" : "false"}
          tabindex={value === chosen ? 0 : -1}
          onClick={() => choose(value)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
