// How much memory the runtime took at most, as Linux counts it.
import { readdir, readFile } from "node:fs/promises";

/** Of the largest workerd that this process started (a proxy is another one); null where /proc does not tell. */
export async function workerdPeakMiB(): Promise<number | null> {
  const peaks: number[] = [];
  const ids = await readdir("/proc").catch(() => []);
  for (const id of ids.filter((name) => /^\d+$/.test(name))) {
    const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
    if (!/^Name:\s+workerd$/m.test(status) || !(await isOurs(id))) continue;
    const peak = /^VmHWM:\s+(?<kib>\d+) kB$/m.exec(status)?.groups?.["kib"];
    if (peak !== undefined) peaks.push(Number(peak) / 1024);
  }
  return peaks.length === 0 ? null : Math.max(...peaks);
}

/** A child of this process, or of one of its children. */
async function isOurs(id: string): Promise<boolean> {
  for (let parent = id; Number(parent) > 1;) {
    if (Number(parent) === process.pid) return true;
    const status = await readFile(`/proc/${parent}/status`, "utf8").catch(() => "");
    parent = /^PPid:\s+(?<parent>\d+)$/m.exec(status)?.groups?.["parent"] ?? "0";
  }
  return false;
}
