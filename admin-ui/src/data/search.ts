// What stands behind the question mark of an address: every filter of a page, so that a link shows what its sender saw.

type Read<Value> = (raw: unknown) => Value | undefined;

/** Reads the parts of a search that a page knows; what it does not understand is as good as absent. */
export function searchOf<Shape extends Record<string, Read<unknown>>>(shape: Shape) {
  /** Undefined takes a filter out of the address. */
  type Search = { [Name in keyof Shape]?: ReturnType<Shape[Name]> | undefined };
  return (raw: Record<string, unknown>): Search => {
    const read = Object.entries(shape).map(([name, parse]) => [name, parse(raw[name])] as const);
    // What is there and not understood is said to be absent: the router would pass it on as it stands otherwise.
    return Object.fromEntries(
      read.filter(([name, value]) => value !== undefined || raw[name] !== undefined),
    ) as Search;
  };
}

/** Numbers in an address arrive as numbers: `?q=2026` is a text all the same. */
export const text: Read<string> = (raw) =>
  typeof raw === "string" || typeof raw === "number" ? String(raw) || undefined : undefined;

export const whole: Read<number> = (raw) =>
  Number.isInteger(Number(raw)) && raw !== "" ? Number(raw) : undefined;

export const flag: Read<true> = (raw) => (raw === true || raw === "true" ? true : undefined);

export function oneOf<const Value extends string>(values: readonly Value[]): Read<Value> {
  return (raw) => values.find((value) => value === raw);
}

export const texts: Read<readonly string[]> = (raw) =>
  Array.isArray(raw) && raw.every((each) => typeof each === "string") && raw.length > 0 ? raw : undefined;

/** Without the parts that are undefined: a filter that was taken away leaves the address. */
export function present<Search extends object>(search: {
  readonly [Name in keyof Search]: Search[Name] | undefined;
}): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search;
}
