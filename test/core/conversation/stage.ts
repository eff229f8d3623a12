// What conversation tests share: flows and transcripts from disk, and someone to talk to.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Flow } from "#core/conversation/flow";
import type { Person } from "#core/conversation/run";
import { parseTranscript } from "#core/conversation/transcript";
import type { Transcript } from "#core/conversation/transcript";

const FLOWS = fileURLToPath(new URL("../../fixtures/flows/", import.meta.url));
const TRANSCRIPTS = fileURLToPath(new URL("transcripts/", import.meta.url));

export const SOMEBODY: Person = {
  channel: "sms",
  language: null,
  zone: "Europe/London",
  fields: {},
  tags: [],
  categories: {},
};

export function readFlow(slug: string): Flow {
  return Flow.parse(JSON.parse(readFileSync(`${FLOWS}${slug}.json`, "utf8")));
}

export function flowNames(): string[] {
  return readdirSync(FLOWS).map((name) => name.replace(/\.json$/, ""));
}

export function transcriptNames(): string[] {
  return readdirSync(TRANSCRIPTS).map((name) => name.replace(/\.txt$/, ""));
}

export function readTranscriptText(name: string): string {
  return readFileSync(`${TRANSCRIPTS}${name}.txt`, "utf8");
}

export function readTranscript(name: string): { transcript: Transcript; numbers: readonly number[] } {
  const parsed = parseTranscript(readTranscriptText(name));
  if (parsed.kind === "bad") throw new Error(`${name}.txt:${parsed.line}: ${parsed.problem}`);
  return parsed;
}
