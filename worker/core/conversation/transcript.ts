// Conversations as plain text: read, played against a flow, and written down.
export { linesOf } from "./transcript/effect.ts";
export type { Transcript, TranscriptEvent, TranscriptHeader, TranscriptLine } from "./transcript/line.ts";
export { parseTranscript } from "./transcript/parse.ts";
export type { Parsed } from "./transcript/parse.ts";
export { playTranscript } from "./transcript/play.ts";
export type { Played, Turn } from "./transcript/play.ts";
export { writeTranscript } from "./transcript/write.ts";
