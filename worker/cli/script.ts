// How a script of ours ends when something is wrong: in one plain sentence, not in a stack trace.

/** Something an operator can put right; its message says what and how. */
export class Refusal extends Error {
  override name = "Refusal";
}

/** Runs a script's work; a Refusal is printed as it is, anything else with its trace. Ends with code 1 either way. */
export async function runScript(work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Refusal ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}
