// Whether somebody signed in here before: the cookie itself is hidden from pages, and asking in vain looks like an error.

const KEY = "partyline-signed-in";

export function hasSignedIn(): boolean {
  return localStorage.getItem(KEY) === "yes";
}

export function rememberSignedIn(isSignedIn: boolean): void {
  if (isSignedIn) localStorage.setItem(KEY, "yes");
  else localStorage.removeItem(KEY);
}
