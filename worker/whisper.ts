// Speech to text by Cloudflare's Workers AI.
import * as z from "zod";
import { toBase64 } from "./base64.ts";

/** The part of the `AI` binding that is called. */
export interface Models {
  run(model: string, input: Readonly<Record<string, unknown>>): Promise<unknown>;
}

export interface Transcriber {
  /** What is said in it; empty where no word could be made out. Throws where it could not be tried. */
  transcribe(sound: Uint8Array, language: string): Promise<string>;
}

const MODEL = "@cf/openai/whisper-large-v3-turbo";
const Answer = z.object({ text: z.string() });

export function createWhisper(models: Models): Transcriber {
  return {
    async transcribe(sound, language) {
      const [base = language] = language.split("-");
      const input = { audio: toBase64(sound), task: "transcribe", language: base };
      return Answer.parse(await models.run(MODEL, input)).text.trim();
    },
  };
}
