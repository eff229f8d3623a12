// What somebody began to write to a person: it is still there when they come back from another conversation.
const drafts = new Map<string, string>();

export function readDraft(key: string): string {
  return drafts.get(key) ?? "";
}

export function keepDraft(key: string, text: string): void {
  if (text === "") drafts.delete(key);
  else drafts.set(key, text);
}
