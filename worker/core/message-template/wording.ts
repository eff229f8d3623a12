// Which words of a template a person gets: those of the channel, in their language.
import type { CHANNELS } from "#core/line";
import type { ApprovedContent, MessageTemplate } from "./template.ts";

export type Channel = (typeof CHANNELS)[number];

export type Wording =
  | {
      readonly kind: "text";
      readonly language: string;
      readonly source: string;
      readonly media: readonly string[];
    }
  | { readonly kind: "content"; readonly language: string; readonly content: ApprovedContent };

/** null where the template says nothing on this channel. `language` null: the person's is not known. */
export function wordingFor(
  template: MessageTemplate,
  channel: Channel,
  language: string | null,
): Wording | null {
  const own = channel === "whatsapp" ? template.whatsapp : undefined;
  if (own?.kind === "content") {
    const found = choose(own.contents, language, template.language);
    return found === null ? null : { kind: "content", language: found[0], content: found[1] };
  }
  const found = choose(own?.text ?? template.text ?? {}, language, template.language);
  const media = own === undefined ? template.media : own.media;
  return found === null ? null : { kind: "text", language: found[0], source: found[1], media: media ?? [] };
}

/** Every wording of a channel, one for each language written. */
export function wordingsFor(template: MessageTemplate, channel: Channel): readonly Wording[] {
  const own = channel === "whatsapp" ? template.whatsapp : undefined;
  const written = own?.kind === "content" ? own.contents : (own?.text ?? template.text ?? {});
  return Object.keys(written).flatMap((language) => wordingFor(template, channel, language) ?? []);
}

/** The person's language, its base, another of its regions, the template's own, else the first one written. */
function choose<T>(
  written: Readonly<Record<string, T>>,
  language: string | null,
  fallback: string,
): readonly [language: string, words: T] | null {
  const tags = Object.keys(written);
  const base = language?.split("-")[0];
  const chosen =
    tags.find((tag) => tag === language) ??
    tags.find((tag) => tag === base) ??
    tags.find((tag) => tag.split("-")[0] === base) ??
    tags.find((tag) => tag === fallback) ??
    tags[0];
  const words = chosen === undefined ? undefined : written[chosen];
  return chosen === undefined || words === undefined ? null : [chosen, words];
}
