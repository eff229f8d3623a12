// The conversations of the demo's funnel: what each stage says, and what the answers make of a person.
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Flow } from "#core/conversation/flow";
import { parseTranscript, playTranscript, writeTranscript } from "#core/conversation/transcript";
import { SOMEBODY } from "../conversation/stage.ts";

const FOLDER = new URL("transcripts/", import.meta.url);
const FLOWS = new URL("../../demo/flows/", import.meta.url);

describe("the funnel's conversations", () => {
  it.each(readdirSync(FOLDER))("%s", (name) => {
    const parsed = parseTranscript(readFileSync(new URL(name, FOLDER), "utf8"));
    if (parsed.kind === "bad") throw new Error(`${name}:${parsed.line}: ${parsed.problem}`);
    const { transcript } = parsed;
    const flow = Flow.parse(
      JSON.parse(readFileSync(new URL(`${transcript.header.flow}.json`, FLOWS), "utf8")),
    );
    const { lines, mismatch } = playTranscript(flow, SOMEBODY, transcript);
    expect(mismatch, writeTranscript({ ...transcript, lines })).toBeNull();
  });
});
