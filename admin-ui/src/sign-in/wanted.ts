// The page that sent them here. A link opens in a tab of its own, which is told by the browser.

const KEY = "partyline-wanted";

/** Before a link is asked for. */
export function rememberWanted(): void {
  localStorage.setItem(KEY, wanted());
}

export function forgetWanted(): void {
  localStorage.removeItem(KEY);
}

/** One of our own pages, never an address of another site. */
export function wanted(): string {
  const to = new URLSearchParams(location.search).get("to") ?? localStorage.getItem(KEY) ?? "/";
  const url = new URL(to, location.origin);
  return url.origin === location.origin ? `${url.pathname}${url.search}${url.hash}` : "/";
}
