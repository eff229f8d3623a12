// A position as somebody sent it.

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  readonly label: string | null;
}

/** null where it is none. */
export function readPlace(raw: unknown): Position | null {
  if (typeof raw !== "object" || raw === null || !("latitude" in raw) || !("longitude" in raw)) return null;
  const { latitude, longitude } = raw;
  if (typeof latitude !== "number" || typeof longitude !== "number") return null;
  return { latitude, longitude, label: "label" in raw && typeof raw.label === "string" ? raw.label : null };
}
