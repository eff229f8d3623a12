/** @jsxImportSource hono/jsx/dom */
// A round badge for a person or a line.

const HUES = 12;

export function Avatar({ name }: { name: string }) {
  const words = name
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .split(" ")
    .filter(Boolean);
  const isNumber = /^\d/.test(words[0] ?? "");
  const initials = isNumber
    ? name.slice(-2)
    : words
        .slice(0, 2)
        .map((word) => Array.from(word)[0] ?? "")
        .join("");
  const sum = Array.from(name).reduce((total, char) => total + (char.codePointAt(0) ?? 0), 0);
  return (
    <span class={`avatar hue-${sum % HUES}`} aria-hidden="true">
      {initials.toUpperCase()}
    </span>
  );
}
