// A volunteer as a form holds them: whatever is known of one has its field, and nothing is lost on the way.
import type { VolunteerConfig } from "#core/helpline/helpline";
import type { Volunteer } from "../../data/helplines.ts";

/** Empty texts stand for what is not there. */
export interface VolunteerForm {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly language: string;
  readonly remindBy: VolunteerConfig["remindBy"];
  readonly isActive: boolean;
  readonly proof: string;
}

export const BLANK: VolunteerForm = {
  name: "",
  phone: "",
  email: "",
  language: "en",
  remindBy: ["email"],
  isActive: true,
  proof: "",
};

export function toVolunteerForm(config: VolunteerConfig): VolunteerForm {
  const { name, phone, email, language, remindBy, isActive, proof } = config;
  return { name, phone: phone ?? "", email: email ?? "", language, remindBy, isActive, proof: proof ?? "" };
}

export function fromVolunteerForm(form: VolunteerForm): VolunteerConfig {
  const { phone, email, proof, ...rest } = form;
  return {
    ...rest,
    phone: phone.trim() === "" ? null : phone.replaceAll(/[\s().-]/g, ""),
    email: email.trim() === "" ? null : email.trim(),
    ...(proof.trim() !== "" && { proof: proof.trim() }),
  };
}

export function configOf({
  name,
  phone,
  email,
  language,
  remindBy,
  isActive,
  proof,
}: Volunteer): VolunteerConfig {
  return { name, phone, email, language, remindBy, isActive, ...(proof !== null && { proof }) };
}

/** What differs, as the API takes it: null sets a field to its default. */
export function changesIn(before: VolunteerConfig, after: VolunteerConfig): Record<string, unknown> {
  const names = ["name", "phone", "email", "language", "remindBy", "isActive", "proof"] as const;
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name] ?? null]));
}
