// One part of a file, as players ask for it (RFC 9110, 14.2).

export interface Part {
  readonly offset: number;
  readonly length: number;
}

/** Null for the whole: no range, several, or one we do not understand. `unsatisfiable`: nothing of the file is in it. */
export function parseRange(header: string | undefined, bytes: number): Part | "unsatisfiable" | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return null;
  const offset = first === "" ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === "" || last === "" ? bytes - 1 : Math.min(bytes - 1, Number(last));
  if (first !== "" && last !== "" && Number(last) < Number(first)) return null;
  return offset > end ? "unsatisfiable" : { offset, length: end - offset + 1 };
}
