// Who is signed in, as far as this page knows: the word that writes must carry, and whether somebody has to sign in again.

let csrf = "";
let isExpired = false;
const listeners = new Set<() => void>();

/** Remembers the word of a session that was opened or read. */
export function rememberCsrf(word: string): void {
  csrf = word;
  setExpired(false);
}

export function csrfWord(): string {
  return csrf;
}

/** The API no longer knows who we are: what is on the page stays, and asks for a sign-in above it. */
export function markExpired(): void {
  setExpired(true);
}

export function hasExpired(): boolean {
  return isExpired;
}

export function subscribeToSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function setExpired(now: boolean): void {
  if (now === isExpired) return;
  isExpired = now;
  for (const listener of listeners) listener();
}
