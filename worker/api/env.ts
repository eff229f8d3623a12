// What handlers of the API find in their context, beside what every handler has.
import type { Actor } from "../actor.ts";
import type { AppEnv } from "../app.ts";

export interface ApiEnv extends AppEnv {
  Variables: AppEnv["Variables"] & {
    /** Set by `needs`. */
    actor: Actor;
    /** Set by `once`, for a request with a key; see `onceId`. */
    onceId?: string;
  };
}
