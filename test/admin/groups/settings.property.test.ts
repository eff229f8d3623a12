// Settings that are opened and saved unchanged are the same, and nothing of them is sent.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { changesIn, cleanConfig } from "../../../admin-ui/src/features/groups/config.ts";
import * as volunteers from "../../../admin-ui/src/features/volunteers/volunteer-form.ts";
import { arbitraryHelpline, arbitraryVolunteer } from "./arbitrary-helpline.ts";

const RUNS = { seed: 20261121, numRuns: 500 };

test("of a helpline", () => {
  fc.assert(
    fc.property(arbitraryHelpline, (config) => {
      expect(JSON.stringify(cleanConfig(config))).toBe(JSON.stringify(config));
      expect(changesIn(config, cleanConfig(config))).toEqual({});
    }),
    RUNS,
  );
});

test("of a volunteer", () => {
  fc.assert(
    fc.property(arbitraryVolunteer, (config) => {
      const saved = volunteers.fromVolunteerForm(volunteers.toVolunteerForm(config));
      expect(saved).toEqual(config);
      expect(volunteers.changesIn(config, saved)).toEqual({});
    }),
    RUNS,
  );
});

test("a language without words is not sent, nor a prompt without a language", () => {
  fc.assert(
    fc.property(arbitraryHelpline, (config) => {
      const { greeting: _greeting, ...prompts } = config.prompts;
      const draft = { ...config, prompts: { ...prompts, greeting: { en: "", es: "  " } } };
      expect(cleanConfig(draft).prompts).toEqual(prompts);
    }),
    RUNS,
  );
});

test("only what differs is sent; what was emptied is set to its default", () => {
  const before = {
    name: "Ana",
    phone: null,
    email: "a@example.org",
    language: "en",
    isActive: true,
  } as const;
  const config = { ...before, remindBy: ["email" as const], proof: "signed" };
  const form = { ...volunteers.toVolunteerForm(config), name: "Anna", phone: "+44 7700 900123", proof: " " };
  expect(volunteers.changesIn(config, volunteers.fromVolunteerForm(form))).toEqual({
    name: "Anna",
    phone: "+447700900123",
    proof: null,
  });
});
