// Finds trouble in a template before anybody is sent it.
import { render } from "#core/template";
import { costlyCharacters, segments } from "#core/text";
import type { Segments } from "#core/text";
import { checkWording } from "./check-wording.ts";
import type { TemplateFinding } from "./finding.ts";
import { printedBy } from "./render-message.ts";
import { declared, defaultsOf } from "./template.ts";
import type { MessageTemplate } from "./template.ts";
import { wordingsFor } from "./wording.ts";
import type { Channel, Wording } from "./wording.ts";

/** The channels a template is written for. */
export const TEMPLATE_CHANNELS = ["sms", "whatsapp"] as const satisfies readonly Channel[];

/** Where an SMS stands before anybody's values are in it. */
export interface TextSize extends Segments {
  readonly language: string;
  /** Every character that makes it UCS-2, which holds less than half. */
  readonly costlyCharacters: readonly string[];
}

export function checkMessageTemplate(template: MessageTemplate): readonly TemplateFinding[] {
  const places = TEMPLATE_CHANNELS.flatMap((channel) =>
    wordingsFor(template, channel)
      // Where WhatsApp has no words of its own, the SMS's findings are its findings.
      .filter(() => channel === "sms" || template.whatsapp !== undefined)
      .map((wording) => ({ place: `${channel}.${wording.language}`, wording })),
  );
  return [
    ...places.flatMap(({ place, wording }) => checkWording(place, wording, template)),
    ...checkDeclared(
      template,
      places.map(({ wording }) => wording),
    ),
    ...checkLanguages(template),
    ...checkWindow(template),
  ];
}

/** Placeholders that keep a message from whoever lacks them, on a channel; by their dotted names. */
export function blockingPlaceholders(template: MessageTemplate, channel: Channel): readonly string[] {
  const defaults = defaultsOf(template);
  const names = wordingsFor(template, channel).flatMap((wording) =>
    printedBy(wording).flatMap(({ name, hasDefault }) =>
      hasDefault || Object.hasOwn(defaults, name) ? [] : [name],
    ),
  );
  return [...new Set(names)];
}

/** The size of each SMS with its defaults in place and nothing where there is none: people's values come on top. */
export function sizesOf(template: MessageTemplate): readonly TextSize[] {
  return wordingsFor(template, "sms").flatMap((wording) => {
    if (wording.kind !== "text") return [];
    const { text } = render(wording.source, {}, defaultsOf(template), " ");
    return [{ language: wording.language, ...segments(text), costlyCharacters: costlyCharacters(text) }];
  });
}

function checkDeclared(template: MessageTemplate, wordings: readonly Wording[]): TemplateFinding[] {
  const printed = new Map(wordings.flatMap(printedBy).map(({ name, hasDefault }) => [name, hasDefault]));
  return declared(template).flatMap(({ name, default: value }): TemplateFinding[] => {
    const hasDefault = printed.get(name);
    if (hasDefault === undefined)
      return [
        {
          kind: "warning",
          code: "unused",
          place: "",
          message: `{{ ${name} }} is declared and printed nowhere.`,
        },
      ];
    return hasDefault || value !== undefined
      ? []
      : [
          {
            kind: "warning",
            code: "no-default",
            place: "",
            message: `{{ ${name} }} has no default: who lacks it is not sent this.`,
          },
        ];
  });
}

/** A language written for one channel and not for another falls back where nobody expects it. */
function checkLanguages(template: MessageTemplate): TemplateFinding[] {
  if (template.whatsapp === undefined || template.text === undefined) return [];
  const written = new Set(wordingsFor(template, "whatsapp").map(({ language }) => language));
  return Object.keys(template.text)
    .filter((language) => !written.has(language))
    .map((language) => ({
      kind: "warning",
      code: "language-missing",
      place: `whatsapp.${language}`,
      message: `There are words in ${language} for SMS and none for WhatsApp: others are sent there.`,
    }));
}

function checkWindow({ whatsapp }: MessageTemplate): TemplateFinding[] {
  return whatsapp?.kind === "text"
    ? [
        {
          kind: "warning",
          code: "window",
          place: "whatsapp",
          message:
            "Free text reaches only who wrote to us within 24 hours; approved content reaches everybody.",
        },
      ]
    : [];
}
