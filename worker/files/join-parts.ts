// Several files in FILES as one stream, each opened when the one before has been read.

/** Errors where one of them is gone. */
export function joinParts(files: R2Bucket, keys: readonly string[]): ReadableStream<Uint8Array> {
  const waiting = [...keys];
  let reader: ReadableStreamDefaultReader<Uint8Array> | null = null;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        if (reader === null) {
          const key = waiting.shift();
          if (key === undefined) return controller.close();
          const file = await files.get(key);
          if (file === null) return controller.error(new Error(`${key} is not there any more`));
          reader = file.body.getReader();
        }
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        reader = null;
      }
    },
    cancel: (reason) => reader?.cancel(reason),
  });
}
