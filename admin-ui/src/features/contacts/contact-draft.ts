// What is written down of somebody new: who they are, then what we were told about their consent.
import { api, ask } from "../../data/api.ts";
import { fromLocal } from "../../ui/local-time.ts";

export const TOLD = ["nothing", "grant", "suppression"] as const;
export const REACHES = ["*", "sms", "whatsapp", "chat"] as const;
export const REACH_WORDS: Readonly<Record<(typeof REACHES)[number], string>> = {
  "*": "Every channel",
  sms: "SMS",
  whatsapp: "WhatsApp",
  chat: "Web chat",
};

export interface Draft {
  readonly number: string;
  readonly name: string;
  readonly language: string | null;
  readonly tags: readonly string[];
  readonly told: (typeof TOLD)[number];
  readonly channel: (typeof REACHES)[number];
  /** A day of the viewer's calendar; empty for now. */
  readonly on: string;
  readonly proof: string;
}

export const BLANK: Draft = {
  number: "",
  name: "",
  language: null,
  tags: [],
  told: "nothing",
  channel: "*",
  on: "",
  proof: "",
};

/** A number that is known adds to whoever has it: saving again after half of it failed does no harm. */
export async function saveNewContact({ number, name, language, tags, told, channel, on, proof }: Draft) {
  const contact = await ask(
    api.v1.contacts.$post({
      json: {
        number: number.trim(),
        ...(name.trim() !== "" && { name: name.trim() }),
        ...(language !== null && { language }),
        ...(tags.length > 0 && { tags: [...tags] }),
      },
    }),
  );
  if (told === "nothing") return contact;
  const at = fromLocal(`${on}T00:00`);
  return ask(
    api.v1.contacts[":id"].permissions.$post({
      param: { id: contact.id },
      json: { kind: told, channel, source: "staff", proof: proof.trim(), ...(at !== undefined && { at }) },
    }),
  );
}
