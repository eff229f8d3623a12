// The names of the questions in a draft, which may be half written.

export function questionsIn(draft: unknown): string[] {
  if (typeof draft !== "object" || draft === null || !("nodes" in draft) || !Array.isArray(draft.nodes))
    return [];
  const names = draft.nodes.flatMap((node: unknown) => {
    if (typeof node !== "object" || node === null || !("kind" in node) || node.kind !== "ask") return [];
    if ("saveAs" in node && typeof node.saveAs === "string") return [node.saveAs];
    // As `answerName` of the core calls it.
    return "id" in node && typeof node.id === "string" ? [node.id.replaceAll("-", "_")] : [];
  });
  return [...new Set(names)];
}
