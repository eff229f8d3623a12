// Where something that is known about a person came from, in words.

const PLAIN: Readonly<Record<string, string>> = {
  api: "by the staff",
  staff: "by the staff",
  person: "by themselves",
  carrier: "by the carrier",
  profile: "from their WhatsApp profile",
  merge: "by a merge",
};

export function describeSource(source: string | null): string {
  if (source === null) return "";
  const [kind = "", what = ""] = source.split(":");
  if (kind === "flow") return `in the flow “${what}”`;
  if (kind === "import") return "by an import";
  if (kind === "campaign") return "by a campaign";
  return PLAIN[source] ?? source;
}
