// What the staff were told about consent: to add, and to lift. What people decided themselves is nowhere to be changed.
import { Hono } from "hono";
import { readContact } from "../../actions/read-contact.ts";
import { recordPermission } from "../../actions/record-permission.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { says } from "../says.ts";
import { takes } from "../takes.ts";
import { NewPermission } from "../views/contact-input.ts";
import { ContactWithKnowledge, toWholeContact } from "../views/contact.ts";

export const contactPermissions = new Hono<ApiEnv>().post(
  "/:id/permissions",
  needs("editor"),
  says("contacts", "Write down a grant or a suppression, or lift one", ContactWithKnowledge, {
    status: 201,
    description:
      "It is added to the contact's history of consent, with its proof. A person's own STOP is not lifted by it: only they can do that, by texting START.",
  }),
  takes("json", NewPermission),
  async (context) => {
    const services = context.get("services");
    const [id, actor] = [context.req.param("id"), context.get("actor")];
    const { at, ...told } = context.req.valid("json");
    await recordPermission(services, actor, id, { ...told, ...(at !== undefined && { at: Date.parse(at) }) });
    return context.json(toWholeContact(await readContact(services, id), actor), 201);
  },
);
