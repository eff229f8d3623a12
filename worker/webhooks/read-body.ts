// The body of a request, counted while it comes: what a header says of its size is anybody's word.

const decoder = new TextDecoder();

/** The text of the body; null, without reading on, when it is larger than so many bytes. */
export async function readBody({ body }: Request, bytesMax: number): Promise<string | null> {
  if (body === null) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body as ReadableStream<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) return null;
    chunks.push(chunk);
  }
  const whole = new Uint8Array(bytes);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return decoder.decode(whole);
}
