// Where in FILES each kind of file lies: retention and erasure go by the beginning of a key.

export function uploadKey(importId: string): string {
  return `imports/${importId}.csv`;
}

/** A page of an export; `part` from 0. */
export function exportKey(exportId: string, part: number): string {
  return `exports/${exportId}/${String(part).padStart(6, "0")}.csv`;
}

/** The sound of a message left on the machine. */
export function recordingKey(voicemailId: string): string {
  return `recordings/${voicemailId}`;
}
