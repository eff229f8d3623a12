// The language of transcripts: read, written, and quick to notice a difference.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { playTranscript, parseTranscript, writeTranscript } from "#core/conversation/transcript";
import type { TranscriptLine } from "#core/conversation/transcript";
import { DISPOSITIONS } from "#core/conversation/run";
import { readFlow, readTranscript, readTranscriptText, SOMEBODY, transcriptNames } from "./stage.ts";

const SEED = 20_261_121;
const HI: TranscriptLine = { kind: "hear", text: "hi" };

function parsed(source: string) {
  const result = parseTranscript(source);
  if (result.kind === "bad") throw new Error(`${result.line}: ${result.problem}`);
  return result.transcript;
}

/** Plays a changed copy of the review and says what differs. */
function reviewWith(from: string, to: string) {
  const source = readTranscriptText("product-review");
  expect(source).toContain(from);
  return playTranscript(readFlow("product-review"), SOMEBODY, parsed(source.replace(from, to))).mismatch;
}

describe("a transcript that is wrong is noticed", () => {
  it.each([
    [
      "other words",
      "< Okay, got it. What's your name?",
      "< Okay. Your name?",
      "< Okay, got it. What's your name?",
    ],
    [
      "something that is not said",
      "< Okay, got it. What's your name?",
      "< Okay, got it. What's your name?\n< Hm?",
      null,
    ],
    ["something left out", "< Still there? What's your name?\n", "", "< Still there? What's your name?"],
    ["the wrong end", "= completed", "= partial", "= completed"],
    ["an end left out", "= completed\n", "", "= completed"],
    [
      "an effect that does not happen",
      "* answer name = John",
      "* answer name = Jane",
      "< Please send your review for iPhone 15.",
    ],
  ])("%s", (_what, from, to, got) => {
    expect(reviewWith(from, to)?.got).toBe(got);
  });

  it("while effects that are not written down do no harm", () => {
    expect(reviewWith("* answer name = John\n* field first_name = John\n", "")).toBeNull();
  });
});

describe("a transcript that cannot be read says why and where", () => {
  it.each([
    ["now: 2026-11-21T10:00Z\n> hi", 1, "a transcript begins with `flow: <slug>`"],
    ["flow: x\n> hi", 1, "a transcript says when it begins: `now: 2026-11-21T10:00Z`"],
    ["flow: x\nnow: yesterday\n> hi", 2, '"yesterday" is no time such as 2026-11-21T10:00Z'],
    ["flow: x   now: 2026-11-21T10:00Z   channel: fax\n> hi", 1, '"fax" is no channel: sms, whatsapp, chat'],
    ["flow: x   now: 2026-11-21T10:00Z\n> hi\n~ a while", 3, 'cannot read "~ a while"'],
    ["flow: x   now: 2026-11-21T10:00Z\n> hi\n! explode", 3, 'cannot read "! explode"'],
    ["flow: x   now: 2026-11-21T10:00Z\n> hi\nhello", 3, 'cannot read "hello"'],
    ["flow: x   now: 2026-11-21T10:00Z\n> hi\n= happy", 3, 'cannot read "= happy"'],
    ["flow: x   now: 2026-11-21T10:00Z\n> [location here]", 2, 'cannot read "> [location here]"'],
  ])("%j", (source, line, problem) => {
    expect(parseTranscript(source)).toEqual({ kind: "bad", line, problem });
  });
});

describe("what is written can be read back", () => {
  const words = fc
    .array(
      fc.constantFrom(
        "yes",
        "[Yes] [No]",
        "[tap a:b]",
        "\\",
        "> no",
        "# x",
        "= y",
        "مرحبا",
        "",
        "a  b",
        "[media x]",
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((rows) => rows.join("\n").trim());
  const line: fc.Arbitrary<TranscriptLine> = fc.oneof(
    words.map((text): TranscriptLine => ({ kind: "hear", text })),
    words.map((text): TranscriptLine => ({ kind: "hear", text, option: "name:yes" })),
    words.map((text): TranscriptLine => ({
      kind: "hear",
      text,
      location: { latitude: -51.5, longitude: 0.12, label: "Big Ben" },
      attachments: [{ type: "image/jpeg", ref: "media-1" }],
    })),
    words.map((text): TranscriptLine => ({ kind: "say", text, options: [], media: [] })),
    words.map((text): TranscriptLine => ({
      kind: "say",
      text,
      options: ["Yes", "Not sure"],
      media: ["https://example.org/a.png"],
    })),
    fc
      .integer({ min: 1, max: 10_000_000 })
      .map((seconds): TranscriptLine => ({ kind: "pass", ms: seconds * 1000 })),
    fc.constantFrom<TranscriptLine[]>(
      { kind: "event", event: "take-over" },
      { kind: "effect", text: "tag friendly" },
      { kind: "unmatched" },
      { kind: "comment", text: "why" },
    ),
    fc.constantFrom(...DISPOSITIONS).map((disposition): TranscriptLine => ({ kind: "end", disposition })),
  );

  it("whatever is in it", () => {
    // A comment before the first line belongs to the head.
    const lines = fc.array(line, { maxLength: 8 }).map((list) => list.toSpliced(0, 0, HI));
    fc.assert(
      fc.property(lines, (list) => {
        const header = {
          flow: "x",
          now: Date.UTC(2026, 10, 21, 10, 5),
          zone: "Europe/London",
          fields: { first_name: "Ann" },
          tags: ["lead"],
        };
        const transcript = { header, lines: list };
        expect(parsed(writeTranscript(transcript))).toEqual(transcript);
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it.each(transcriptNames())("and played again, as the preview's copy of %s", (name) => {
    const { transcript } = readTranscript(name);
    const flow = readFlow(transcript.header.flow);
    const copy = writeTranscript({ ...transcript, lines: playTranscript(flow, SOMEBODY, transcript).lines });
    expect(playTranscript(flow, SOMEBODY, parsed(copy)).mismatch).toBeNull();
  });
});
