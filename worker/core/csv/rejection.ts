// Why a row is not imported, and how that is said to whoever mends it. The list is closed: every rejected row has one of these.

export type Rejection =
  | { readonly kind: "no-number" }
  | { readonly kind: "bad-number"; readonly why: string }
  | { readonly kind: "no-country" }
  /** A spreadsheet has rounded it. */
  | { readonly kind: "rounded-number"; readonly cell: string }
  | { readonly kind: "withheld-number" }
  | { readonly kind: "duplicate"; readonly row: number }
  | { readonly kind: "cells-missing"; readonly cells: number; readonly columns: number }
  | { readonly kind: "cells-extra"; readonly cells: number; readonly columns: number }
  | {
      readonly kind: "cell-too-long";
      readonly column: string;
      readonly characters: number;
      readonly max: number;
    }
  | { readonly kind: "row-too-long" }
  | { readonly kind: "unclosed-quote" }
  | { readonly kind: "bad-language"; readonly cell: string }
  | { readonly kind: "bad-zone"; readonly cell: string }
  | { readonly kind: "bad-consent"; readonly column: string; readonly cell: string }
  | { readonly kind: "future-consent"; readonly column: string; readonly cell: string }
  | { readonly kind: "control-characters"; readonly column: string }
  | { readonly kind: "forgotten" };

/** The column that a file of rejected rows has besides its own. */
export const REASON_HEADING = "Why it was rejected";

/** A sentence for people. */
export function explainRejection(rejection: Rejection): string {
  switch (rejection.kind) {
    case "no-number":
      return "There is no phone number.";
    case "bad-number":
      return `This is no phone number: ${rejection.why}.`;
    case "no-country":
      return "The number has no country's code: write it with + and the code, or choose the country of numbers without a code.";
    case "rounded-number":
      return `A spreadsheet has turned the number into ${rejection.cell}, and its last digits are lost: format the column as text where the list comes from, and export it again.`;
    case "withheld-number":
      return "This is what carriers put in place of a withheld number: nobody can be reached by it.";
    case "duplicate":
      return `The person of row ${rejection.row} again: only the first of their rows counts.`;
    case "cells-missing":
      return `It has ${rejection.cells} cells where there are ${rejection.columns} columns: a line break in a cell without quotes, or a delimiter that is missing.`;
    case "cells-extra":
      return `It has ${rejection.cells} cells where there are ${rejection.columns} columns: a delimiter in a cell without quotes.`;
    case "cell-too-long":
      return `"${rejection.column}" is too long: ${rejection.characters} characters, at most ${rejection.max}.`;
    case "row-too-long":
      return "The row is too long: a quote that nothing closes, or more text than we keep of one person (250,000 characters).";
    case "unclosed-quote":
      return "A quote opens a cell and never closes it.";
    case "bad-language":
      return `"${rejection.cell}" is no language we know: write a tag such as en or pt-BR.`;
    case "bad-zone":
      return `"${rejection.cell}" is no time zone: write one such as Europe/London.`;
    case "bad-consent":
      return `"${rejection.cell}" under "${rejection.column}" is neither yes nor no, nor a date such as 2026-05-31.`;
    case "future-consent":
      return `"${rejection.cell}" under "${rejection.column}" is in the future.`;
    case "control-characters":
      return `"${rejection.column}" holds control characters: the file is damaged, or in another encoding.`;
    case "forgotten":
      return "This person was forgotten, and asked to hear nothing from us or was forgotten since the import began: nothing about them is stored again.";
    default:
      return rejection satisfies never;
  }
}
