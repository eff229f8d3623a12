// npm run backup: everything that D1 and FILES hold, in one folder.
import { backUp } from "./backup/back-up.ts";
import { copyTables } from "./backup/copy-tables.ts";
import { exportDatabase } from "./backup/export-database.ts";
import { requireIdle, withStore } from "./backup/open-store.ts";
import { readBackupOptions } from "./backup/place.ts";
import { runScript } from "./script.ts";
import { runTool } from "./tool.ts";

await runScript(async () => {
  const { folder, place } = readBackupOptions("backup", process.argv.slice(2));
  requireIdle(place);
  const manifest = await withStore(place, ({ db, files }) =>
    backUp(
      {
        place,
        files,
        copyDatabase: (copy) =>
          place === "remote"
            ? exportDatabase((args) => runTool("wrangler", args), copy)
            : copyTables(db, copy),
      },
      folder,
      new Date(),
    ),
  );
  const rows = Object.values(manifest.database.tables).reduce((sum, count) => sum + count, 0);
  console.log(`\nBacked up to ${folder}: ${rows} rows, ${manifest.files.count} files.`);
  console.log(
    "Everybody's numbers and words are in it: keep it where only you can read it, and delete it in time.",
  );
  console.log("It restores only with the same IDENTITY_KEY, which is not in it.\n");
});
