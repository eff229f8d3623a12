// The CSV files an erased person is in: the uploads that named them, and every export, since nobody knows who is in which.
import { listUploadsNaming } from "../db/old-files.ts";
import { uploadKey } from "../files/keys.ts";
import type { Services } from "../services.ts";
import { forgetExportsBefore } from "./forget-exports.ts";

/** Of what was there at an instant (epoch milliseconds). An export is written again whenever it is asked for. */
export async function forgetCopies(
  services: Pick<Services, "d1" | "files">,
  addressId: string,
  until: number,
): Promise<void> {
  const uploads = await listUploadsNaming(services.d1, addressId, until);
  if (uploads.length > 0) await services.files.delete(uploads.map(uploadKey));
  await forgetExportsBefore(services, until + 1);
}
