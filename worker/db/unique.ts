// How SQLite says that something is there already.

/** Whether a write failed because what must be unique was taken; Drizzle wraps D1's error. */
export function isTaken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /UNIQUE constraint failed/.test(error.message) || isTaken(error.cause);
}
