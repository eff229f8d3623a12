// The areas an API token may be given, in the words of the pages; and what one was given, in a line.
import { AREAS } from "#core/area";
import type { Access, Area, Scopes } from "#core/area";

export const AREA_WORDS: Record<Area, { readonly label: string; readonly about: string }> = {
  messages: {
    label: "Messages and the inbox",
    about: "Every conversation, answering people, and what waits on Home.",
  },
  contacts: {
    label: "Contacts",
    about: "People with their history, segments, imports and exports.",
  },
  flows: { label: "Flows and answers", about: "Flows, the words that start them, and what people answered." },
  campaigns: { label: "Campaigns", about: "Campaigns, funnels and templates." },
  helpline: { label: "Helpline", about: "Groups, the rota, volunteers, calls and voicemails." },
  setup: {
    label: "Setup",
    about: "Lines, settings, digests, e-mails, alarms and the audit log. Never staff, nor tokens.",
  },
};

export const ACCESS_WORDS: Record<Access, string> = { read: "read", write: "read and change" };

/** Such as "Contacts: read and change", one for each that was given. */
export function sayScopes(scopes: { readonly [Name in Area]?: Access | undefined }): readonly string[] {
  return AREAS.flatMap((area) => {
    const access = scopes[area];
    return access === undefined ? [] : [`${AREA_WORDS[area].label}: ${ACCESS_WORDS[access]}`];
  });
}

/** With one area given anew, or taken away; in the order of the form. */
export function withScope(scopes: Scopes, area: Area, access: Access | null): Scopes {
  const given = AREAS.flatMap((each) => {
    const kept = each === area ? access : scopes[each];
    return kept === undefined || kept === null ? [] : [[each, kept] as const];
  });
  return Object.fromEntries(given);
}

/** What of it a role can use: a viewer changes nothing, whatever a token says. */
export function readingOnly(scopes: Scopes): Scopes {
  return Object.fromEntries(Object.keys(scopes).map((area) => [area, "read" as const]));
}
