// The button that mail programs put beside a sender: one click, and the sender is told (RFC 8058).
import type { Mail } from "./mail.ts";
import type { Office } from "./office.ts";

const ONE_CLICK = "List-Unsubscribe=One-Click";

/** Where the click goes; null where the mail offers none. */
export function unsubscribeUrl({ headers }: Pick<Mail, "headers">): string | null {
  const find = (name: string): string =>
    Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1] ?? "";
  if (find("list-unsubscribe-post").trim() !== ONE_CLICK) return null;
  return /<(https?:[^>]+)>/.exec(find("list-unsubscribe"))?.[1] ?? null;
}

/** Posts as a mail program does, without cookies; returns the status, or throws where there is nothing to click. */
export async function unsubscribe({ deliver }: Office, mail: Mail): Promise<number> {
  const url = unsubscribeUrl(mail);
  if (url === null) throw new Error(`"${mail.subject}" cannot be unsubscribed from by one click`);
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const request = new Request(url, { method: "POST", headers, body: ONE_CLICK, redirect: "manual" });
  return (await deliver(request)).status;
}
