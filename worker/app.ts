// What every HTTP handler finds in its context.
import type { Services } from "./services.ts";

export interface AppEnv {
  Bindings: Env;
  Variables: { services: Services; requestId: string };
}
