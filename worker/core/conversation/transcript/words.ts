// What a person sent or was told, read from the lines of a transcript.
import type { Attachment, Location } from "#core/conversation/run";
import type { TranscriptLine } from "#core/conversation/transcript/line";

/** `[tap node:option]`, `[location 51.5,-0.1 Name]`, `[image/jpeg ref]`, before the words. */
const THING =
  /^\[(?:tap (?<option>[^\]\s]+)|location (?<place>[^\]]+)|(?<type>[a-z]+\/[^\]\s]+) (?<ref>[^\]\s]+))\] ?/;
const OPTIONS = /^\[[^\]]*\](?: \[[^\]]*\])*$/;
const MEDIA = /^\[media (\S+)\]$/;

export function readHeard(lines: readonly string[]): TranscriptLine | null {
  const [first = "", ...more] = lines;
  let rest = first;
  let option: string | undefined;
  let location: Location | undefined;
  const attachments: Attachment[] = [];
  for (let thing = THING.exec(rest); thing !== null; thing = THING.exec(rest)) {
    const { place, type, ref, ...found } = thing.groups ?? {};
    if (place !== undefined) {
      const read = readPlace(place);
      if (read === null) return null;
      location = read;
    } else if (type !== undefined && ref !== undefined) {
      attachments.push({ type, ref });
    } else {
      option = found["option"];
    }
    rest = rest.slice(thing[0].length);
  }
  return {
    kind: "hear",
    text: readText([rest, ...more]),
    ...(option !== undefined && { option }),
    ...(location !== undefined && { location }),
    ...(attachments.length > 0 && { attachments }),
  };
}

export function readSaid(lines: readonly string[]): TranscriptLine {
  const text = [...lines];
  const last = text.at(-1) ?? "";
  const options =
    text.length > 1 && OPTIONS.test(last) && !MEDIA.test(last) ? last.slice(1, -1).split("] [") : [];
  if (options.length > 0) text.pop();
  const media: string[] = [];
  for (let url = MEDIA.exec(text.at(-1) ?? "")?.[1]; url !== undefined && text.length > 1;) {
    media.unshift(url);
    text.pop();
    url = MEDIA.exec(text.at(-1) ?? "")?.[1];
  }
  return { kind: "say", text: readText(text), options, media };
}

/** Takes off the backslash that protected words in brackets. */
function readText(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/^\\(?=[[\\])/, "")).join("\n");
}

function readPlace(words: string): Location | null {
  const [, latitude, longitude, label] = /^(-?[\d.]+),(-?[\d.]+)(?: (.+))?$/.exec(words) ?? [];
  if (latitude === undefined || longitude === undefined) return null;
  return { latitude: Number(latitude), longitude: Number(longitude), ...(label !== undefined && { label }) };
}
