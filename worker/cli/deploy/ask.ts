// Asks at the terminal without showing what is typed.
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import type { Ask } from "./secrets.ts";

/** Null where nobody sits at a terminal: a build server, the deploy button. */
export function makeAsk(): Ask {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  return async (question) => {
    process.stdout.write(question);
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
    const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
    const answer = await terminal.question("");
    terminal.close();
    process.stdout.write("\n");
    return answer;
  };
}
