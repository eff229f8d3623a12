// Contacts: who we know, what is known about them, and forgetting them.
import { Hono } from "hono";
import * as z from "zod";
import { changeContact } from "../../actions/change-contact.ts";
import { eraseContact } from "../../actions/erase-contact.ts";
import { readContact } from "../../actions/read-contact.ts";
import { readNumber } from "../../actions/read-number.ts";
import { saveContact } from "../../actions/save-contact.ts";
import { findAddress, listContacts } from "../../db/contacts.ts";
import { readWords } from "../../db/words-in-use.ts";
import type { Actor } from "../../actor.ts";
import type { Services } from "../../services.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { pageOf, says } from "../says.ts";
import { showContactPage } from "../show-contacts.ts";
import { takes } from "../takes.ts";
import { ChangedContact, ContactsSought, NewContact, NumberSought } from "../views/contact-input.ts";
import { ContactView, ContactWithKnowledge, toWholeContact, VocabularyView } from "../views/contact.ts";

const Erase = z.strictObject({ confirm: z.literal("erase") });
const FORGETS =
  "At once where we might write to them, within seconds in files and letters. Profile, texts, answers and media go; counts stay, and so does a wish to hear nothing from us.";

export const contacts = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("contacts", "List the contacts", pageOf(ContactView)),
    takes("query", ContactsSought),
    async (context) => {
      const services = context.get("services");
      const { limit, cursor, q, ...filter } = context.req.valid("query");
      const rows = await listContacts(services.db, limit, { ...filter, name: q, after: cursor });
      return context.json(await showContactPage(services, rows, limit, context.get("actor"), filter.sort));
    },
  )
  .post(
    "/",
    needs("editor"),
    says("contacts", "Add a contact, or more about one", ContactWithKnowledge, { status: 201 }),
    takes("json", NewContact),
    async (context) => {
      const { tags, ...given } = context.req.valid("json");
      const services = context.get("services");
      const id = await saveContact(services, context.get("actor"), "number", { ...given, addTags: tags });
      return context.json(await showContact(services, id, context.get("actor")), 201);
    },
  )
  .post(
    "/search",
    needs("viewer"),
    says("contacts", "Look somebody up by number", z.object({ data: z.array(ContactWithKnowledge) }), {
      description: "In the body, so that no number is part of a URL. The list is empty where nobody has it.",
    }),
    takes("json", NumberSought),
    async (context) => {
      const services = context.get("services");
      const address = await readNumber(services, context.req.valid("json").number, "number");
      const row = await findAddress(services.db, await services.identity.idOf(address));
      return context.json({
        data: row === null ? [] : [await showContact(services, row.contactId, context.get("actor"))],
      });
    },
  )
  .get(
    "/vocabulary",
    needs("viewer"),
    says("contacts", "List the words in use", VocabularyView, {
      description:
        "Names of attributes, tags, funnels with their categories, languages and zones, to choose from.",
    }),
    async (context) => context.json(await readWords(context.get("services").d1)),
  )
  .get("/:id", needs("viewer"), says("contacts", "Show a contact", ContactWithKnowledge), async (context) =>
    context.json(await showContact(context.get("services"), context.req.param("id"), context.get("actor"))),
  )
  .patch(
    "/:id",
    needs("editor"),
    says("contacts", "Change a contact", ContactWithKnowledge),
    takes("json", ChangedContact),
    async (context) => {
      const services = context.get("services");
      const id = context.req.param("id");
      await changeContact(services, context.get("actor"), id, context.req.valid("json"));
      return context.json(await showContact(services, id, context.get("actor")));
    },
  )
  .post(
    "/:id/erase",
    needs("owner"),
    says("contacts", "Forget a person", null, {
      status: 202,
      description: FORGETS,
    }),
    takes("json", Erase),
    async (context) => {
      await eraseContact(context.get("services"), context.get("actor"), context.req.param("id"));
      return context.body(null, 202);
    },
  )
  .delete(
    "/:id",
    needs("owner"),
    says("contacts", "Delete a contact, which is forgetting the person", null, {
      status: 202,
      description: FORGETS,
    }),
    takes("query", Erase),
    async (context) => {
      await eraseContact(context.get("services"), context.get("actor"), context.req.param("id"));
      return context.body(null, 202);
    },
  );

async function showContact(services: Services, id: string, actor: Actor) {
  return toWholeContact(await readContact(services, id), actor);
}
