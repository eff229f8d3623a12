// A name for a new campaign, made of what it says and who gets it, until somebody types one.
import { useEffect, useRef } from "react";
import { useFlows, useSegments, useTemplates } from "../../../data/choices.ts";
import { put } from "./draft.ts";
import type { Content, Draft } from "./draft.ts";
import type { Drafting } from "./use-draft.ts";

interface Named {
  readonly id: string;
  readonly slug?: string;
  readonly name: string;
}

/** As long as the API takes. */
const NAME_MAX = 120;

export function useSuggestedName({ draft, kept, edit }: Drafting): void {
  const suggested = useRef("");
  const { data: flows = [] } = useFlows();
  const { data: templates = [] } = useTemplates();
  const { data: segments = [] } = useSegments();
  const name = suggestName(draft, flows, templates, segments);
  const mayName = kept === null && name !== draft.name && draft.name === suggested.current;
  useEffect(() => {
    if (!mayName) return;
    suggested.current = name;
    edit((now) => put(now, "name", name));
  }, [mayName, name, edit]);
}

/** "Open Saturday, Elm Street"; what is not chosen yet, or has no name, is left out. */
export function suggestName(
  { variants, audience }: Draft,
  flows: readonly Named[],
  templates: readonly Named[],
  segments: readonly Named[],
): string {
  const content = variants[0]?.content;
  const what = content === undefined ? undefined : nameOf(content, flows, templates);
  const who = audience.kind === "segment" ? find(segments, audience.segment) : undefined;
  return [what, who]
    .filter((part) => part !== undefined)
    .join(", ")
    .slice(0, NAME_MAX);
}

function nameOf(content: Content, flows: readonly Named[], templates: readonly Named[]): string | undefined {
  switch (content.kind) {
    case "flow":
      return find(flows, content.flow);
    case "template":
      return find(templates, content.template);
    case "text":
      return undefined;
    default:
      return content satisfies never;
  }
}

function find(rows: readonly Named[], reference: string): string | undefined {
  return rows.find(({ id, slug, name }) => [id, slug, name].includes(reference))?.name;
}
