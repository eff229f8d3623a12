// The head of a transcript: `flow: product-review    now: 2026-11-21T10:00Z`, one setting a line or several wide apart.
import type { Channel } from "#core/conversation/run";
import type { TranscriptHeader } from "#core/conversation/transcript/line";

type Head =
  | { readonly kind: "ok"; readonly header: TranscriptHeader }
  | { readonly kind: "bad"; readonly line: number; readonly problem: string };

const CHANNELS: readonly Channel[] = ["sms", "whatsapp", "chat"];

export function parseHeader(rows: readonly string[]): Head {
  let header: TranscriptHeader = { flow: "", now: Number.NaN };
  for (const [index, row] of rows.entries()) {
    if (row.trim() === "" || row.startsWith("#")) continue;
    for (const setting of row.trim().split(/\s{2,}(?=[a-z][\w.]*:)/)) {
      const next = withSetting(header, setting);
      if (typeof next === "string") return { kind: "bad", line: index + 1, problem: next };
      header = next;
    }
  }
  if (header.flow === "") return { kind: "bad", line: 1, problem: "a transcript begins with `flow: <slug>`" };
  if (Number.isNaN(header.now))
    return { kind: "bad", line: 1, problem: "a transcript says when it begins: `now: 2026-11-21T10:00Z`" };
  return { kind: "ok", header };
}

/** The header with one more setting, or what is wrong with it. */
function withSetting(header: TranscriptHeader, setting: string): TranscriptHeader | string {
  const [, key = "", value = ""] = /^([a-z][\w.]*):\s*(.*)$/.exec(setting) ?? [];
  switch (key) {
    case "flow":
    case "language":
    case "zone":
      return { ...header, [key]: value };
    case "now": {
      const now = Date.parse(value);
      return Number.isNaN(now) ? `"${value}" is no time such as 2026-11-21T10:00Z` : { ...header, now };
    }
    case "channel": {
      const channel = CHANNELS.find((known) => known === value);
      return channel === undefined
        ? `"${value}" is no channel: ${CHANNELS.join(", ")}`
        : { ...header, channel };
    }
    case "draw": {
      const draw = Number(value);
      return draw >= 0 && draw < 1 ? { ...header, draw } : "draw is a number from 0 to below 1";
    }
    case "tag":
      return { ...header, tags: [...(header.tags ?? []), value] };
    default:
      if (!key.startsWith("contact.")) return `cannot read "${setting}"`;
      return { ...header, fields: { ...header.fields, [key.slice("contact.".length)]: value } };
  }
}
