// Wall times as RFC 5545 writes them.

/** What a clock shows (milliseconds as if it stood in UTC) as 20261123T220000. */
export function wallText(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
}
