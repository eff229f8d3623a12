// Who is signed in, as far as this page knows: the word that writes must carry, and whether somebody has to sign in again.

export interface KnownSession {
  readonly csrf: string;
  /** null for the owner. */
  readonly name: string | null;
}

let known: KnownSession = { csrf: "", name: null };
let isExpired = false;
const listeners = new Set<() => void>();

/** Remembers a session that was opened or read. */
export function rememberSession({ csrf, name }: KnownSession): void {
  known = { csrf, name };
  setExpired(false);
}

export function knownSession(): KnownSession {
  return known;
}

/** The API no longer knows who we are: what is on the page stays, and asks for a sign-in above it. */
export function markExpired(): void {
  setExpired(true);
}

export function hasExpired(): boolean {
  return isExpired;
}

/** Waits until somebody has signed in after that session; asks for it where nobody has yet. Returns whether it is the same person. */
export async function signedInAgain({ csrf, name }: KnownSession): Promise<boolean> {
  if (known.csrf === csrf) {
    markExpired();
    await new Promise<void>((resolve) => {
      const stop = subscribeToSession(() => {
        if (isExpired) return;
        stop();
        resolve();
      });
    });
  }
  return known.name === name;
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
