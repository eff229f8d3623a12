// The closed list of what can be wrong with a request. Verbs throw these; the API turns them into answers.

export const ERRORS = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof ERRORS;

/** Something the caller can understand and do something about: `message` is a sentence for them. */
export class Problem extends Error {
  override name = "Problem";
  readonly code: ErrorCode;
  readonly details: unknown;

  constructor(code: ErrorCode, message: string, details?: unknown) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

export function notFound(kind: string, id: string): Problem {
  return new Problem("not_found", `There is no ${kind} "${id}".`);
}
