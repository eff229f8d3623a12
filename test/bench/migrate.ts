// Applies the migrations through the bench Worker's own door: no second process, no waiting.
import { readdir, readFile } from "node:fs/promises";

export async function migrateOver(origin: string): Promise<void> {
  const files = (await readdir("migrations")).filter((name) => name.endsWith(".sql")).toSorted();
  for (const name of files) {
    const sql = await readFile(`migrations/${name}`, "utf8");
    const statements = sql
      .replaceAll(/--.*$/gm, "")
      .split(";")
      .map((query) => query.trim())
      .filter((query) => query !== "")
      .map((query) => ({ query, bind: [] }));
    const response = await fetch(`${origin}/bench/sql`, { method: "POST", body: JSON.stringify(statements) });
    if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
  }
}
