// Helplines and volunteers with every option there is, and without.
import * as fc from "fast-check";
import { HelplineConfig, VolunteerConfig } from "#core/helpline/helpline";

const language = fc.constantFrom("en", "es", "pt-BR", "ar");
const words = fc.constantFrom("Hello.", "Press 1 for help.", "One moment, please", "שלום");
const spoken = fc.dictionary(language, words, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
const email = fc.constantFrom("a@example.org", "b@example.org", "c@example.org");
const emails = fc.uniqueArray(email, { maxLength: 3 });
const number = fc.constantFrom("+447700900123", "+12025550123", "+6495550100");
const time = fc.constantFrom("00:00", "07:30", "18:00", "23:59");

const choice = fc.oneof(
  fc.record({ kind: fc.constant("language"), language }),
  fc.record({ kind: fc.constantFrom("hunt", "voicemail") }),
  fc.record({ kind: fc.constant("say"), text: spoken }),
  fc.record({ kind: fc.constant("number"), number }),
);

const contents = fc.dictionary(
  language,
  fc.record(
    {
      contentSid: fc.constant(`HX${"0123456789abcdef".repeat(2)}`),
      variables: fc.dictionary(
        fc.constantFrom("1", "2", "name"),
        fc.constantFrom("{{ shift }}", "{{ group }}"),
        { noNullPrototype: true },
      ),
      body: fc.constant("Your shift {{1}}"),
    },
    { requiredKeys: ["contentSid"] },
  ),
  { minKeys: 1, maxKeys: 2, noNullPrototype: true },
);

export const arbitraryHelpline: fc.Arbitrary<HelplineConfig> = fc
  .record(
    {
      name: fc.constantFrom("Night line", "Línea"),
      number,
      zone: fc.constantFrom("UTC", "Europe/London", "Pacific/Auckland"),
      language,
      holidays: fc.uniqueArray(
        fc.record({ date: fc.constantFrom("2026-12-25", "2027-01-01"), name: fc.constant("A day off") }),
        { selector: ({ date }) => date },
      ),
      order: fc.constantFrom("fixed", "round-robin", "least-recent"),
      ringSeconds: fc.integer({ min: 5, max: 60 }),
      callerId: fc.constantFrom("caller", "helpline"),
      prompts: fc.record(
        { greeting: spoken, whisper: spoken, voicemail: spoken, blocked: spoken },
        { requiredKeys: [] },
      ),
      menu: fc.option(
        fc.record({
          text: spoken,
          choices: fc.dictionary(fc.constantFrom("0", "1", "2", "9"), choice, { noNullPrototype: true }),
        }),
      ),
      otherwise: fc.oneof(
        fc.constant({ kind: "voicemail" }),
        fc.record({ kind: fc.constant("number"), number }),
      ),
      voicemail: fc.record(
        {
          secondsMax: fc.integer({ min: 10, max: 600 }),
          emails,
          transcribe: fc.constantFrom("twilio", "whisper", "never"),
          transcriptWaitMinutes: fc.integer({ min: 0, max: 60 }),
          keepAtTwilio: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      texts: fc.constantFrom("volunteer", "flow"),
      reminders: fc.record(
        {
          at: fc.option(time),
          lineId: fc.constant("018f0000-0000-7000-8000-000000000001"),
          contents: fc.record({ reminder: contents, offer: contents }, { requiredKeys: [] }),
        },
        { requiredKeys: [] },
      ),
      coordinators: emails,
    },
    { requiredKeys: ["name", "number"] },
  )
  .map((given) => HelplineConfig.parse(given));

export const arbitraryVolunteer: fc.Arbitrary<VolunteerConfig> = fc
  .record(
    {
      name: fc.constantFrom("Ana", "Ben Okri"),
      phone: fc.option(number),
      email: fc.option(email),
      language,
      remindBy: fc.uniqueArray(fc.constantFrom("email", "sms", "whatsapp"), { maxLength: 3 }),
      isActive: fc.boolean(),
      proof: fc.constant("signed the form on 3 May"),
    },
    { requiredKeys: ["name"] },
  )
  .map((given) => VolunteerConfig.parse(given));
