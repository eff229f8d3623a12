// What is wrong with the words of one channel in one language.
import { checkTemplate, EMPTY, placeholders, render } from "#core/template";
import { CHARACTERS_MAX, costlyCharacters } from "#core/text";
import { variablesIn } from "./content-variables.ts";
import type { TemplateFinding } from "./finding.ts";
import { printedBy } from "./render-message.ts";
import { declared, PlaceholderName } from "./template.ts";
import type { MessageTemplate } from "./template.ts";
import type { Wording } from "./wording.ts";

/** What is known only while somebody is asked: a message that we begin has none of it. */
const UNKNOWN_ROOTS = ["answers"];

/** `place` is such as `sms.en`. */
export function checkWording(place: string, wording: Wording, template: MessageTemplate): TemplateFinding[] {
  const sources =
    wording.kind === "text"
      ? [["", wording.source] as const]
      : Object.entries(wording.content.variables).map(
          ([name, source]) => [`variable ${name}: `, source] as const,
        );
  const broken = sources.flatMap(([what, source]): TemplateFinding[] => {
    const problem = checkTemplate(source);
    if (problem !== null) return [{ kind: "error", code: "liquid", place, message: `${what}${problem}` }];
    const failure = probe(source);
    if (failure === null) return [];
    const message = `${what}Filled in, it fails: ${failure}. Whoever it fails for is not sent this.`;
    return [{ kind: "warning", code: "fails", place, message }];
  });
  const known = new Set(declared(template).map(({ name }) => name));
  const printed = printedBy(wording).flatMap(({ name, hasDefault }): TemplateFinding[] => {
    if (UNKNOWN_ROOTS.some((root) => name.startsWith(`${root}.`)))
      return [
        {
          kind: "error",
          code: "unknown-here",
          place,
          message: `{{ ${name} }} is known only inside a conversation.`,
        },
      ];
    return hasDefault || known.has(name)
      ? []
      : [
          {
            kind: "error",
            code: "undeclared",
            place,
            message: PlaceholderName.safeParse(name).success
              ? `It prints {{ ${name} }}, which is not declared.`
              : `It prints {{ ${name} }}, and nothing is called that: names are like first_name.`,
          },
        ];
  });
  return [
    ...broken,
    ...printed,
    ...(wording.kind === "text" ? checkText(place, wording) : checkContent(place, wording)),
  ];
}

/** What goes wrong with something in every placeholder; null where it renders. People's own values may do better, or worse. */
function probe(source: string): string | null {
  const filled = Object.fromEntries(placeholders(source).map(({ name }) => [name, "x"]));
  const rendered = render(source, {}, filled, " ");
  return rendered.kind === "ok" || rendered.problem === EMPTY ? null : rendered.problem;
}

function checkText(place: string, { source }: Extract<Wording, { kind: "text" }>): TemplateFinding[] {
  const { text } = render(source, {}, {}, " ");
  if (text.length > CHARACTERS_MAX)
    return [
      {
        kind: "error",
        code: "too-long",
        place,
        message: `It is ${text.length} characters long; ${CHARACTERS_MAX} are the most.`,
      },
    ];
  const costly = costlyCharacters(text);
  if (!place.startsWith("sms") || costly.length === 0) return [];
  const shown = costly.slice(0, 5).join(" ");
  const message = `${shown} ${costly.length === 1 ? "is" : "are"} not in the alphabet of a plain SMS: 70 characters fit into a segment instead of 160.`;
  return [{ kind: "warning", code: "costly", place, message }];
}

function checkContent(place: string, { content }: Extract<Wording, { kind: "content" }>): TemplateFinding[] {
  if (content.body === undefined) return [];
  const wanted = variablesIn(content.body);
  const given = Object.keys(content.variables);
  const found = (
    kind: "error" | "warning",
    code: "variable-missing" | "variable-unknown",
    message: string,
  ) => ({
    kind,
    code,
    place,
    message,
  });
  return [
    ...wanted
      .filter((name) => !given.includes(name))
      .map((name) =>
        found("error", "variable-missing", `The approved words have {{${name}}}, which is given no value.`),
      ),
    ...given
      .filter((name) => !wanted.includes(name))
      .map((name) =>
        found("warning", "variable-unknown", `Variable ${name} stands nowhere in the approved words.`),
      ),
  ];
}
