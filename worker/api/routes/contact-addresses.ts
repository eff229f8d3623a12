// One person, several addresses: numbers added and taken away, contacts merged.
import { Hono } from "hono";
import * as z from "zod";
import { addAddress } from "../../actions/add-address.ts";
import { mergeContacts } from "../../actions/merge-contacts.ts";
import { readContact } from "../../actions/read-contact.ts";
import { removeAddress } from "../../actions/remove-address.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { says } from "../says.ts";
import { takes } from "../takes.ts";
import { NumberSought } from "../views/contact-input.ts";
import { ContactWithKnowledge, toWholeContact } from "../views/contact.ts";

const Merge = z.strictObject({
  from: z.string().min(1).max(80).meta({ description: "The contact that becomes part of this one." }),
});

export const contactAddresses = new Hono<ApiEnv>()
  .post(
    "/:id/addresses",
    needs("editor"),
    says("contacts", "Add a number to a contact", ContactWithKnowledge, {
      status: 201,
      description:
        "A number of another contact is refused, with that contact's id: merge the two. An opt-out at any number silences all the others.",
    }),
    takes("json", NumberSought),
    async (context) => {
      const services = context.get("services");
      const [id, actor] = [context.req.param("id"), context.get("actor")];
      await addAddress(services, actor, id, context.req.valid("json").number);
      return context.json(toWholeContact(await readContact(services, id), actor), 201);
    },
  )
  .delete(
    "/:id/addresses/:addressId",
    needs("editor"),
    says("contacts", "Take a number away from a contact", ContactWithKnowledge, {
      description:
        "It becomes a contact of its own, with its conversations and decisions. What another number's opt-out silenced stays silent.",
    }),
    async (context) => {
      const services = context.get("services");
      const { id, addressId } = context.req.param();
      await removeAddress(services, context.get("actor"), id, addressId);
      return context.json(toWholeContact(await readContact(services, id), context.get("actor")));
    },
  )
  .post(
    "/:id/merge",
    needs("editor"),
    says("contacts", "Merge another contact into this one", ContactWithKnowledge, {
      description:
        "Addresses, attributes, tags and categories move here, the newer of two counts. Consent and conversations stay with their address.",
    }),
    takes("json", Merge),
    async (context) => {
      const services = context.get("services");
      const [id, actor] = [context.req.param("id"), context.get("actor")];
      await mergeContacts(services, actor, id, context.req.valid("json").from);
      return context.json(toWholeContact(await readContact(services, id), actor));
    },
  );
