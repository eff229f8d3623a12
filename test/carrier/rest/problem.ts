// Refusals of the REST API, in Twilio's shape.

/** Thrown anywhere in a handler; becomes `{ code, message, more_info, status }`. */
export class Problem extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Thrown where the connection is to break instead of being answered. */
export class DroppedConnection extends Error {}

export function notFound(path: string): Problem {
  return new Problem(404, 20404, `The requested resource ${path} was not found`);
}

export function problemResponse(problem: Problem): Response {
  const { status, code, message } = problem;
  const body = { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
  return Response.json(body, { status });
}

/** What Twilio answers when it is too busy or broken. */
export function outage(status: number): Problem {
  if (status === 429) return new Problem(429, 20429, "Too Many Requests");
  return new Problem(status, 20500, "An internal server error has occurred");
}
