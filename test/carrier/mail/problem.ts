// Resend's refusals: `{ statusCode, name, message }`.

export type ProblemName =
  | "application_error"
  | "concurrent_idempotent_requests"
  | "daily_quota_exceeded"
  | "internal_server_error"
  | "invalid_api_key"
  | "invalid_attachment"
  | "invalid_idempotency_key"
  | "invalid_idempotent_request"
  | "method_not_allowed"
  | "missing_api_key"
  | "missing_required_field"
  | "not_found"
  | "rate_limit_exceeded"
  | "restricted_api_key"
  | "validation_error";

export class MailProblem extends Error {
  readonly status: number;
  readonly problem: ProblemName;
  /** Of a 429: seconds until it is worth trying again. */
  readonly retryAfterS: number | null;

  constructor(status: number, problem: ProblemName, message: string, retryAfterS: number | null = null) {
    super(message);
    this.status = status;
    this.problem = problem;
    this.retryAfterS = retryAfterS;
  }
}

export function problemResponse({ status, problem, message, retryAfterS }: MailProblem): Response {
  const headers = new Headers();
  if (retryAfterS !== null) headers.set("retry-after", String(retryAfterS));
  return Response.json({ statusCode: status, name: problem, message }, { status, headers });
}

/** What Resend answers when it is too busy or broken. */
export function outage(status: number, retryAfterS = 1): MailProblem {
  if (status === 429) {
    return new MailProblem(
      429,
      "rate_limit_exceeded",
      "Too many requests. Please limit the number of requests per second. Or contact support to increase rate limit.",
      retryAfterS,
    );
  }
  return new MailProblem(status, "internal_server_error", "An unexpected error occurred.");
}
