// Who is signed in.
import * as z from "zod";
import { ROLES } from "../../actor.ts";

export const SessionView = z
  .object({
    role: z.enum(ROLES),
    csrf: z
      .string()
      .meta({ description: "Send it as x-csrf-token with every write that the cookie signs in." }),
    until: z.iso.datetime(),
  })
  .meta({ id: "Session" });
