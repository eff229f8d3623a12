// A bounded load on a server of this machine: so many requests, so many at once, and how long each took.

export interface Load {
  /** Requests a second. */
  readonly rate: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export async function load(
  count: number,
  atOnce: number,
  send: (index: number) => Promise<Response>,
): Promise<Load> {
  const times: number[] = [];
  let next = 0;
  const run = async () => {
    for (let index = next++; index < count; index = next++) {
      const begun = performance.now();
      const response = await send(index);
      const body = await response.text();
      if (!response.ok)
        throw new Error(`request ${index} answered ${response.status}: ${body.slice(0, 200)}`);
      times.push(performance.now() - begun);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: atOnce }, run));
  const tookMs = performance.now() - begun;
  times.sort((a, b) => a - b);
  return { rate: (count / tookMs) * 1000, p50Ms: at(times, 0.5), p99Ms: at(times, 0.99) };
}

export function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return at(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}
