// What the bench asks of an import, and what it hears back.

export type Pass = "import" | "undo" | "export";

export interface PagesRun {
  readonly pages: number;
  readonly ms: number;
}
