// npm run restore: puts back what `npm run backup` kept.
import { join } from "node:path";
import { folderOf, requireIdle, withStore } from "./backup/open-store.ts";
import { makeIdentityCheck } from "./backup/identity-check.ts";
import { readBackupOptions } from "./backup/place.ts";
import { restoreBackup } from "./backup/restore-backup.ts";
import { checkBackup } from "./backup/check-backup.ts";
import { ROOT } from "./checkout.ts";
import { migrateLocally } from "./migrate.ts";
import { runScript } from "./script.ts";
import { readLocalSecrets } from "./secrets.ts";

await runScript(async () => {
  const { folder, place, replace } = readBackupOptions("restore", process.argv.slice(2));
  requireIdle(place);
  // Before a local database is made for it.
  await checkBackup(folder);
  if (place !== "remote") await migrateLocally(folderOf(place));
  // A deployed Worker's key cannot be read: it shows by what the Worker wrote, if it ever answered.
  const identityCheck =
    place === "remote" ? null : makeIdentityCheck(readLocalSecrets()["IDENTITY_KEY"] ?? "");
  const options = { replace, migrationsFolder: join(ROOT, "migrations"), now: Date.now() };
  const { manifest, migrations } = await withStore(place, (store) =>
    restoreBackup(folder, { ...store, identityCheck }, options),
  );
  console.log(`\nRestored what was backed up on ${manifest.madeAt}; all rows and files were counted.`);
  if (migrations.length > 0) console.log(`Migrated on the way: ${migrations.join(", ")}`);
  console.log(
    "Campaigns that were under way are cancelled and funnels are paused: look at both before you go on.\n",
  );
});
