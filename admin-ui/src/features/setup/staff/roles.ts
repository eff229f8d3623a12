// What the roles are called and may do, in a sentence each.
import type { Role } from "../../../data/use-session.ts";

export const ROLE_WORDS: Record<Role, { readonly label: string; readonly about: string }> = {
  viewer: {
    label: "Viewer",
    about: "Sees what goes on, with numbers masked. Exports nothing and hears no voicemail.",
  },
  editor: { label: "Editor", about: "Does the daily work: flows, campaigns, contacts, inbox, rota." },
  owner: {
    label: "Owner",
    about: "Also erases people, changes the organisation, invites staff and gives out tokens.",
  },
};

export const ROLE_CHOICES = (["viewer", "editor", "owner"] as const).map((role) => ({
  value: role,
  label: ROLE_WORDS[role].label,
}));

/** What a select gives back, as a role. */
export function toRole(value: string | null): Role {
  return value === "owner" || value === "editor" ? value : "viewer";
}
