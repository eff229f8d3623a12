// A campaign as its form holds it: the config itself, in which what is not chosen yet is empty. Nothing is added or dropped
// on the way in or out, so that whoever opens one and saves it changes nothing.
import type { Audience, CampaignConfig, Content } from "#core/campaign/campaign";
import { isComplete } from "../../../ui/filter/problems.ts";

export type { Audience, Content };
export type Variant = CampaignConfig["variants"][number];
export type Draft = CampaignConfig;

/** What the form of a new campaign begins with. */
export function newDraft(given: {
  readonly lineId?: string | undefined;
  readonly flow?: string | undefined;
  readonly template?: string | undefined;
  readonly segment?: string | undefined;
  /** Where neither a flow nor a template is given. */
  readonly kind?: Content["kind"] | undefined;
}): Draft {
  return {
    name: "",
    lineId: given.lineId ?? "",
    variants: [{ name: "message", weight: 1, content: contentOf(given) }],
    audience: { kind: "segment", segment: given.segment ?? "" },
    inConversation: "skip",
    consent: "granted",
  };
}

function contentOf({ flow, template, kind = "template" }: Parameters<typeof newDraft>[0]): Content {
  if (flow !== undefined) return { kind: "flow", flow };
  return template === undefined ? emptyOf(kind) : { kind: "template", template };
}

/** Nothing chosen yet, of a kind. */
export function emptyOf(kind: Content["kind"]): Content {
  switch (kind) {
    case "template":
      return { kind, template: "" };
    case "flow":
      return { kind, flow: "" };
    case "text":
      return { kind, text: { en: "" } };
    default:
      return kind satisfies never;
  }
}

/** Sets a field, or takes it away where the value is undefined. */
export function put<Name extends keyof Draft>(
  draft: Draft,
  name: Name,
  value: Draft[Name] | undefined,
): Draft {
  if (value !== undefined) return { ...draft, [name]: value };
  const { [name]: _gone, ...rest } = draft;
  return rest as Draft;
}

export function putVariant(draft: Draft, place: number, change: Partial<Variant>): Draft {
  const variants = draft.variants.map((variant, index) =>
    index === place ? { ...variant, ...change } : variant,
  );
  return { ...draft, variants };
}

/** As many as a campaign takes. */
export const VARIANTS_MAX = 5;

/** Another variant, of the same kind as the first, under a name that is free. */
export function addVariant(draft: Draft): Draft {
  const [first] = draft.variants;
  const taken = new Set(draft.variants.map(({ name }) => name));
  const name = ["a", "b", "c", "d", "e", "f"].find((letter) => !taken.has(letter)) ?? "other";
  return {
    ...draft,
    variants: [...draft.variants, { name, weight: 1, content: first?.content ?? emptyOf("template") }],
  };
}

export function dropVariant(draft: Draft, place: number): Draft {
  return { ...draft, variants: draft.variants.filter((_variant, index) => index !== place) };
}

/** What has to be chosen before the campaign can be kept, in words. */
export function missingIn({ name, lineId, variants, audience }: Draft): readonly string[] {
  return [
    variants.every(({ content }) => isFilled(content)) ? null : "what to say",
    isMeant(audience) ? null : "who is to get it",
    lineId === "" ? "the line it goes out by" : null,
    name.trim() === "" ? "a name" : null,
  ].filter((word) => word !== null);
}

function isFilled(content: Content): boolean {
  switch (content.kind) {
    case "template":
      return content.template !== "";
    case "flow":
      return content.flow !== "";
    case "text":
      return Object.values(content.text).some((words) => words.trim() !== "");
    default:
      return content satisfies never;
  }
}

function isMeant(audience: Audience): boolean {
  switch (audience.kind) {
    case "segment":
      return audience.segment !== "";
    case "contacts":
      return audience.contacts.length > 0;
    case "filter":
      return isComplete(audience.filter);
    default:
      return audience satisfies never;
  }
}

/** Which of the settings below "More" are other than what a campaign begins with. */
export function moreIn(draft: Draft): number {
  const { expiresAt, hours, dailyCap, inConversation, consent, fallbackLineId, quota, variants } = draft;
  return [
    expiresAt !== undefined,
    hours !== undefined,
    dailyCap !== undefined,
    inConversation !== "skip",
    consent !== "granted",
    fallbackLineId !== undefined,
    quota !== undefined,
    variants.length > 1,
  ].filter(Boolean).length;
}
