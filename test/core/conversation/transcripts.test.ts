// Every transcript in the folder, played against its flow.
import { describe, expect, it } from "vitest";
import { playTranscript, writeTranscript } from "#core/conversation/transcript";
import { readFlow, readTranscript, SOMEBODY, transcriptNames } from "./stage.ts";

describe("transcripts", () => {
  it.each(transcriptNames())("%s", (name) => {
    const { transcript, numbers } = readTranscript(name);
    const { lines, mismatch } = playTranscript(readFlow(transcript.header.flow), SOMEBODY, transcript);
    if (mismatch !== null) {
      const line = numbers[mismatch.index];
      expect.fail(
        `${name}.txt:${line}\n  written: ${mismatch.expected}\n  happened: ${mismatch.got}\n\n` +
          `The whole conversation as it happened:\n${writeTranscript({ ...transcript, lines })}`,
      );
    }
  });
});
