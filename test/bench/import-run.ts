// An import, an undo or an export run to its end inside the Worker, page after page as the queue would ask for them.
import { exportPage } from "../../worker/actions/export-page.ts";
import { importPage } from "../../worker/actions/import-page.ts";
import { undoImportPage } from "../../worker/actions/undo-import-page.ts";
import type { Services } from "../../worker/services.ts";
import type { PagesRun, Pass } from "./import-pass.ts";

type Pages = typeof importPage;

const PAGES: Readonly<Record<Pass, Pages>> = { import: importPage, undo: undoImportPage, export: exportPage };

/** `id` is the import's or the export's. */
export async function runPages(services: Services, pass: Pass, id: string): Promise<PagesRun> {
  let isAskedFor = true;
  const send = () => {
    isAskedFor = true;
    return Promise.resolve();
  };
  const work = new Proxy(services.work, { get: () => send });
  const begun = performance.now();
  let pages = 0;
  for (; isAskedFor; pages += 1) {
    isAskedFor = false;
    await PAGES[pass]({ ...services, work }, id);
  }
  return { pages, ms: performance.now() - begun };
}
