// A content template with its variables filled in.
import type { Option } from "../message.ts";
import type { Content } from "./content.ts";

export type Rendered = { body: string; options: Option[]; approvedTemplate: boolean };

/** Variables given with the message win over the template's defaults; an unknown one stays as written. */
export function renderContent(content: Content, given: Readonly<Record<string, string>>): Rendered {
  const values: Record<string, string> = { ...content.variables, ...given };
  const fill = (text: string): string =>
    text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => values[name] ?? whole);
  return {
    body: fill(content.body),
    options: content.options.map((option) => ({
      kind: option.kind,
      title: fill(option.title),
      id: fill(option.id),
      ...(option.description === undefined ? {} : { description: fill(option.description) }),
    })),
    approvedTemplate: content.approval.status === "approved",
  };
}
