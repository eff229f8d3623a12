// A mail's HTML as a page of its own: no scripts, nothing of ours in reach, links in a new tab.
import type { Mail } from "../mail.ts";

/** `sandbox` here holds even where somebody opens the address by itself. */
export const HTML_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data: http: https:",
  "font-src data:",
  "sandbox allow-popups allow-popups-to-escape-sandbox",
  "frame-ancestors 'self'",
].join("; ");

/** Pictures that came along stand in the page itself: a page without an origin can fetch none. */
export function htmlPage(mail: Mail): string {
  let html = mail.html ?? "";
  for (const { contentId, contentType, bytes } of mail.attachments) {
    if (contentId === null) continue;
    const url = `data:${contentType};base64,${Buffer.from(bytes).toString("base64")}`;
    html = html.replaceAll(`cid:${contentId}`, url);
  }
  const base = '<base target="_blank" />';
  return /<head\b[^>]*>/i.test(html) ? html.replace(/<head\b[^>]*>/i, (head) => head + base) : base + html;
}
