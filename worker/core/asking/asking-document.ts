// Questions about shifts as an e-mail with two buttons each.
import type { Block, MailDocument } from "#core/mail/document";
import type { Asking } from "./asking.ts";
import { writeAsking } from "./asking-flow.ts";
import type { AskingText } from "./asking-flow.ts";
import { askingWords, fillIn, nameShift } from "./words.ts";

/** All of one kind; `links` in the same order. A mail scanner follows links, so a button only opens the page that asks. */
export function askingDocument(
  askings: readonly Asking[],
  links: readonly string[],
  text: AskingText,
): MailDocument {
  const { language, words } = askingWords(text.language);
  const question = writeAsking(askings, text);
  const blocks = askings.flatMap((asking, index): readonly Block[] => {
    const url = links[index] ?? "";
    const { kind } = asking;
    return [
      ...(askings.length === 1
        ? []
        : [{ kind: "heading", text: nameShift(asking, text.zone, language) } as const]),
      { kind: "button", text: words.yes[kind], url: `${url}?answer=yes` },
      { kind: "button", text: words.no[kind], url: `${url}?answer=no` },
    ];
  });
  return {
    language,
    // A subject is no sentence.
    subject: question.replace(/\.$/, ""),
    preview: "",
    blocks: [{ kind: "text", text: question }, ...blocks],
    reason: fillIn(words.because, { group: text.group }),
  };
}
