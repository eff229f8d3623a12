// The views of a rota, as the address names them.
export const VIEWS = ["week", "call", "hours"] as const;
type View = (typeof VIEWS)[number];

/** Undefined for the week, which needs no name. */
export function toView(name: string | null): Exclude<View, "week"> | undefined {
  return name === "call" || name === "hours" ? name : undefined;
}
