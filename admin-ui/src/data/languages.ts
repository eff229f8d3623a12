// Languages as people call them.

const names = new Intl.DisplayNames("en", { type: "language" });

/** "English", "Portuguese (Brazil)"; the tag itself where nobody has a name for it. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
