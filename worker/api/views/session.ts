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
    name: z
      .string()
      .nullable()
      .meta({ description: "Of the token or the member of staff; null for the owner." }),
    isDemo: z.boolean(),
    zone: z.string().meta({ description: "The organisation's IANA time zone." }),
  })
  .meta({ id: "Session" });

export const WaysView = z
  .object({
    link: z.boolean().meta({ description: "By a link in an e-mail: e-mail is set up." }),
    access: z.boolean().meta({ description: "Cloudflare Access let this request through." }),
  })
  .meta({ id: "WaysToSignIn" });
