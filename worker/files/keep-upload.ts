// A body on its way into FILES: never whole in memory, counted as it comes, and looked at before any of it is kept.

/** R2 takes no smaller part (but the last), and all but the last must be of one size. */
export const PART_BYTES = 5 * 1024 * 1024;

export interface Upload {
  readonly bytes: number;
  /** The first bytes, up to PART_BYTES. */
  readonly head: Uint8Array;
  readonly isUtf8: boolean;
  /** The most bytes of it that were in memory at once. */
  readonly heldBytesMax: number;
}

/** `look` may throw at the first bytes, and `tooLarge` is thrown beyond the limit: then nothing is kept. */
export async function keepUpload(
  files: R2Bucket,
  key: string,
  body: ReadableStream<Uint8Array>,
  { bytesMax, look, tooLarge }: { bytesMax: number; look: (head: Uint8Array) => void; tooLarge: () => Error },
): Promise<Upload> {
  const part = new Uint8Array(PART_BYTES);
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let [filled, bytes, isUtf8] = [0, 0, true];
  // What is looked at, and where it goes if it is larger than that.
  const begun: { head: Uint8Array | null; multipart: R2MultipartUpload | null } = {
    head: null,
    multipart: null,
  };
  const parts: R2UploadedPart[] = [];
  let heldBytesMax = PART_BYTES;

  const lookAtHead = () => {
    const head = part.slice(0, filled);
    look(head);
    begun.head = head;
    return head;
  };

  const flush = async () => {
    if (begun.head === null) lookAtHead();
    begun.multipart ??= await files.createMultipartUpload(key);
    parts.push(await begun.multipart.uploadPart(parts.length + 1, part.slice(0, filled)));
    filled = 0;
  };

  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > bytesMax) throw tooLarge();
      heldBytesMax = Math.max(heldBytesMax, 2 * PART_BYTES + chunk.length);
      if (isUtf8) isUtf8 = goesOn(utf8, chunk);
      for (let at = 0; at < chunk.length;) {
        const taken = Math.min(chunk.length - at, PART_BYTES - filled);
        part.set(chunk.subarray(at, at + taken), filled);
        filled += taken;
        at += taken;
        if (filled === PART_BYTES) await flush();
      }
    }
    isUtf8 = isUtf8 && goesOn(utf8, null);
    if (begun.multipart === null) await files.put(key, lookAtHead());
    else {
      if (filled > 0) await flush();
      await begun.multipart.complete(parts);
    }
    return { bytes, head: begun.head ?? new Uint8Array(0), isUtf8, heldBytesMax };
  } catch (error) {
    await begun.multipart?.abort();
    throw error;
  }
}

/** Whether it is well-formed so far; null ends it. */
function goesOn(decoder: TextDecoder, chunk: Uint8Array | null): boolean {
  try {
    if (chunk === null) decoder.decode();
    else decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}
