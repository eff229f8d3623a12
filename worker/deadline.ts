// For what may hang: a database that neither answers nor fails is as good as one that is away.

export class TooLate extends Error {
  override name = "TooLate";
}

/** What the work comes to, or TooLate after so long; the work itself goes on unheeded. */
export async function within<Result>(limitMs: number, work: Promise<Result>): Promise<Result> {
  let timer: number | null = null;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooLate(`nothing came within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
