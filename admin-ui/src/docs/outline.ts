// A schema as an outline a person reads: names, types, what may be left out, and links to what has a name of its own.
import { element } from "../ui/element";
import type { Schema } from "./description";

/** Deeper than this a schema is better read where it has its own heading. */
const DEPTH_MAX = 5;

export function outline(schema: Schema, depth = 0): HTMLElement {
  const inner = depth < DEPTH_MAX ? parts(schema, depth) : null;
  return element("div", { class: "outline" }, element("span", { class: "type" }, ...typeOf(schema)), inner);
}

function parts(schema: Schema, depth: number): HTMLElement | null {
  if (schema.properties !== undefined) {
    const required = new Set(schema.required);
    const items = Object.entries(schema.properties).map(([name, property]) =>
      element(
        "li",
        {},
        element("code", {}, name),
        required.has(name) ? "" : element("span", { class: "quiet" }, " optional"),
        " ",
        ...typeOf(property),
        property.description === undefined
          ? null
          : element("span", { class: "quiet" }, ` – ${property.description}`),
        parts(property, depth + 1),
      ),
    );
    return element("ul", {}, ...items);
  }
  if (schema.items !== undefined) return parts(schema.items, depth);
  const choices = choicesOf(schema).filter((choice) => choice.properties !== undefined);
  if (choices.length === 0) return null;
  return element(
    "ul",
    {},
    ...choices.map((choice) => element("li", {}, "either ", ...typeOf(choice), parts(choice, depth + 1))),
  );
}

const choicesOf = (schema: Schema): readonly Schema[] => schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];

function typeOf(schema: Schema): (Node | string)[] {
  if (schema.$ref !== undefined) return [reference(schema.$ref)];
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  if (schema.enum !== undefined) return [schema.enum.map((value) => JSON.stringify(value)).join(" | ")];
  if (schema.items !== undefined) return ["list of ", ...typeOf(schema.items)];
  const choices = choicesOf(schema);
  if (choices.length > 0)
    return choices.flatMap((choice, index) => [...(index === 0 ? [] : [" | "]), ...typeOf(choice)]);
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : String(schema.type ?? "anything");
  const preset = schema.default === undefined ? "" : ` = ${JSON.stringify(schema.default)}`;
  return [`${type}${schema.format === undefined ? "" : ` (${schema.format})`}${preset}`];
}

function reference(ref: string): HTMLElement {
  const name = ref.split("/").at(-1) ?? ref;
  return element("a", { href: `#schema-${name}` }, name);
}
