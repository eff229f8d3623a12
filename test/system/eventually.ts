// Waiting for what a queue or an alarm brings.

const PAUSE_MS = 50;

/** Looks again until there is something (not null, undefined or false); throws after `withinMs`. */
export async function eventually<T>(
  look: () => Promise<T | null | undefined | false>,
  { withinMs = 10_000, what = "it" }: { withinMs?: number; what?: string } = {},
): Promise<T> {
  const until = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (performance.now() > until) throw new Error(`${what} never came in ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
