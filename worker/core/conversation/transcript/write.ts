// Writes a transcript down.
import { writeDuration } from "#core/conversation/transcript/duration";
import type { Transcript, TranscriptHeader, TranscriptLine } from "#core/conversation/transcript/line";

/** The text that `parseTranscript` reads back. */
export function writeTranscript({ header, lines }: Transcript): string {
  return [...headerLines(header), "", ...lines.flatMap((line) => writeLine(line).split("\n"))]
    .map((line) => line.trimEnd())
    .join("\n")
    .concat("\n");
}

/** One line of a conversation, with its continuation lines. */
export function writeLine(line: TranscriptLine): string {
  switch (line.kind) {
    case "hear":
      return mark(">", [heardThings(line), writeText(line.text)].filter((part) => part !== "").join(" "));
    case "say": {
      const below = [
        ...line.media.map((url) => `[media ${url}]`),
        ...(line.options.length > 0 ? [line.options.map((label) => `[${label}]`).join(" ")] : []),
      ];
      return mark("<", [writeText(line.text), ...below].join("\n"));
    }
    case "pass":
      return `~ ${writeDuration(line.ms)}`;
    case "event":
      return `! ${line.event}`;
    case "effect":
      return `* ${line.text}`;
    case "unmatched":
      return "? unmatched";
    case "end":
      return `= ${line.disposition}`;
    case "comment":
      return `# ${line.text}`;
    default:
      return line satisfies never;
  }
}

function headerLines({
  flow,
  now,
  channel,
  language,
  zone,
  draw,
  fields = {},
  tags = [],
}: TranscriptHeader): string[] {
  const settings = { channel, language, zone, draw };
  return [
    `flow: ${flow}`,
    `now: ${new Date(now).toISOString().replace(/(:00)?\.000Z$/, "Z")}`,
    ...Object.entries(settings).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`])),
    ...Object.entries(fields).map(([name, value]) => `contact.${name}: ${value}`),
    ...tags.map((tag) => `tag: ${tag}`),
  ];
}

/** Every line after the first is indented by two. */
function mark(sign: string, text: string): string {
  return `${sign} ${text.replaceAll("\n", "\n  ")}`;
}

/** A backslash tells words in brackets from quick replies and attachments. */
function writeText(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => (/^[[\\]/.test(line) ? `\\${line}` : line))
    .join("\n");
}

function heardThings({
  option,
  location,
  attachments = [],
}: Extract<TranscriptLine, { kind: "hear" }>): string {
  const place =
    location &&
    ["location", `${location.latitude},${location.longitude}`, location.label ?? ""].join(" ").trim();
  return [
    ...(option === undefined ? [] : [`[tap ${option}]`]),
    ...(place === undefined ? [] : [`[${place}]`]),
    ...attachments.map(({ type, ref }) => `[${type} ${ref}]`),
  ].join(" ");
}
