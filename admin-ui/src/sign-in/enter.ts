// The ways in. Each returns what went wrong, in a sentence, or goes on to the page that was wanted.
import { createClient, readProblem } from "../../../worker/api/client.ts";
import { rememberSignedIn } from "../ui/hint.ts";
import { forgetWanted, wanted } from "./wanted.ts";

const api = createClient("/api");
const UNREACHABLE = "Partyline cannot be reached at the moment.";

interface Answer {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<unknown>;
}

/** What this deployment offers; nothing but tokens where it does not say. */
export async function readWays(): Promise<{ readonly link: boolean; readonly access: boolean }> {
  const response = await api.v1.session.ways.$get().catch(() => null);
  return response?.ok === true ? response.json() : { link: false, access: false };
}

export async function enterByToken(token: string): Promise<string | null> {
  return enter(api.v1.session.$post({ json: { token } }));
}

export async function enterByLink(link: string): Promise<string | null> {
  return enter(api.v1.session.link.open.$post({ json: { link } }));
}

export async function enterByAccess(): Promise<string | null> {
  return enter(api.v1.session.access.$post());
}

/** Null says that it is on its way, if there is somebody of that address. */
export async function askForLink(email: string): Promise<string | null> {
  const response = await api.v1.session.link.$post({ json: { email } }).catch(() => null);
  if (response === null) return UNREACHABLE;
  return response.ok ? null : readProblem(response);
}

async function enter(pending: Promise<Answer>): Promise<string | null> {
  const response = await pending.catch(() => null);
  if (response === null) return UNREACHABLE;
  if (!response.ok) return readProblem(response);
  rememberSignedIn(true);
  const to = wanted();
  forgetWanted();
  location.replace(to);
  return null;
}
