// What went wrong with a request, as something to show: the API's own sentence, or what stood between us and it.

export interface ProblemDetail {
  readonly path: string;
  readonly message: string;
}

/** `requestId` finds it in the log; null where the request never arrived. */
export class ApiProblem extends Error {
  override name = "ApiProblem";
  readonly code: string;
  readonly status: number;
  readonly requestId: string | null;
  readonly details: unknown;

  constructor(
    message: string,
    about: { code: string; status: number; requestId: string | null; details?: unknown },
  ) {
    super(message);
    this.code = about.code;
    this.status = about.status;
    this.requestId = about.requestId;
    this.details = about.details;
  }
}

export function unreachable(): ApiProblem {
  const message = navigator.onLine
    ? "Partyline could not be reached. Look whether it was done before you try again."
    : "You are offline. Nothing was changed; please try again when you are back.";
  return new ApiProblem(message, { code: "unreachable", status: 0, requestId: null });
}

/** What was asked while nobody was signed in any more: the API's own sentence is for those who send tokens. */
export function signedOut({ code, status, requestId }: ApiProblem): ApiProblem {
  const message = "Your session had ended. Nothing was changed; please try again once you are signed in.";
  return new ApiProblem(message, { code, status, requestId });
}

/** The answer of a request that failed. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const { code, message, details } = errorIn(body);
  return new ApiProblem(message ?? `The answer was ${response.status}, and said nothing more.`, {
    code: code ?? "unknown",
    status: response.status,
    requestId: response.headers.get("x-request-id"),
    details,
  });
}

function errorIn(body: unknown): { code?: string; message?: string; details?: unknown } {
  if (typeof body !== "object" || body === null || !("error" in body)) return {};
  const { error } = body;
  if (typeof error !== "object" || error === null) return {};
  return {
    ...("code" in error && { code: String(error.code) }),
    ...("message" in error && { message: String(error.message) }),
    ...("details" in error && { details: error.details }),
  };
}

export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ApiProblem(message, { code: "page", status: 0, requestId: null });
}
