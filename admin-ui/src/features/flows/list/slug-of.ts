// A slug from a name: what stands in addresses and exports.
const LENGTH_MAX = 60;

/** "Café: was it good?" becomes `cafe-was-it-good`; empty where no letter of ours is in it. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, LENGTH_MAX)
    .replace(/-$/, "");
}
