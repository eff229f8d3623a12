// Chance that belongs to a place: the same seed and place draw the same, in whatever order places are reached.

/** In [0, 1); FNV-1a over the key, mixed once more so that neighbours differ. */
export function draw(seed: number, ...key: readonly (string | number)[]): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (const character of key.join("|")) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) / 4_294_967_296;
}
