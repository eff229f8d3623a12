// Zones as people call them.

/** Pacific/Auckland as Auckland. */
export function placeName(zone: string): string {
  return zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
}
