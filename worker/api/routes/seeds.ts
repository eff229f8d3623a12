// Addresses of the systems Partyline began from, kept for whoever still calls them: thin aliases of what is elsewhere in the API.
import { Hono } from "hono";
import * as z from "zod";
import { hourOfWeekday } from "#core/rota/read-instant";
import { explainOnCall } from "../../actions/explain-on-call.ts";
import { saveContact } from "../../actions/save-contact.ts";
import { findFlow } from "../../db/flows.ts";
import { listResponses } from "../../db/responses.ts";
import type { ResponseRow } from "../../db/responses.ts";
import { Problem } from "../../errors.ts";
import { invalidAt } from "../../explain.ts";
import { describeError } from "../../log.ts";
import type { Actor } from "../../actor.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPageById } from "../page.ts";
import { says } from "../says.ts";
import { takes } from "../takes.ts";
import { NewUser } from "../views/contact-input.ts";
import { AddressValue, showAddress } from "../views/person.ts";
import { Time, toTime } from "../views/time.ts";

const REVIEWS = "product-review";

const Review = z.object({
  id: z.string(),
  product: z.string(),
  name: z.string(),
  review: z.string(),
  phone: AddressValue,
  createdAt: Time,
  deliveryStatus: z.string().nullable(),
});

export const reviews = new Hono<ApiEnv>().get(
  "/",
  needs("viewer"),
  says("seeds", "List the product reviews", z.array(Review), {
    description:
      "Completed responses of the flow `product-review`, newest first. The next page is in the header `link`.",
  }),
  takes("query", byId),
  async (context) => {
    const { db } = context.get("services");
    const { limit, cursor } = context.req.valid("query");
    const flow = await findFlow(db, REVIEWS);
    if (flow === null) return context.json([]);
    const rows = await listResponses(db, limit, {
      flowId: flow.id,
      disposition: "completed",
      before: cursor,
    });
    const actor = context.get("actor");
    const { data, next } = toPageById(rows, limit, (row) => toReview(row, actor));
    if (next !== null) context.header("link", `</api/reviews?limit=${limit}&cursor=${next}>; rel="next"`);
    return context.json(data);
  },
);

function toReview(
  { id, answers, address, startedAt, finishedAt, deliveryStatus }: ResponseRow,
  actor: Actor,
) {
  const said = (name: string) => answers[name]?.label ?? "";
  return {
    id,
    product: said("product"),
    name: said("name"),
    review: said("review"),
    phone: showAddress(address, actor),
    createdAt: toTime(finishedAt ?? startedAt),
    deliveryStatus,
  };
}

const User = z.object({ id: z.string() });

export const users = new Hono<ApiEnv>().post(
  "/",
  needs("editor"),
  says("seeds", "Add a user: a contact", User, { status: 201 }),
  takes("json", NewUser),
  async (context) => {
    const services = context.get("services");
    const { phone, first_name, last_name, attributes, tags, consent } = context.req.valid("json");
    const granted = typeof consent === "object" ? consent.granted : consent === true;
    const source = typeof consent === "object" ? consent.source : undefined;
    const id = await saveContact(services, context.get("actor"), "phone", {
      number: phone,
      name: [first_name, last_name].filter((part) => part !== undefined).join(" ") || undefined,
      attributes: {
        ...attributes,
        ...(first_name !== undefined && { first_name }),
        ...(last_name !== undefined && { last_name }),
      },
      addTags: tags,
      grant: granted
        ? { words: source ?? "consent given to POST /api/v1/users", at: services.clock.now() }
        : undefined,
    });
    return context.json({ id }, 201);
  },
);

const Verified = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ok"), name: z.string(), status: z.string() }),
  z.object({ kind: z.literal("refused"), status: z.int(), code: z.int().nullable() }),
]);

export const debug = new Hono<ApiEnv>().get(
  "/twilio/verify",
  needs("editor"),
  says("seeds", "Try Twilio's credentials", Verified),
  async (context) => {
    const { twilio, log } = context.get("services");
    try {
      return context.json(await twilio.verify());
    } catch (error) {
      log.warn("twilio-not-verified", { requestId: context.get("requestId"), error: describeError(error) });
      throw new Problem("unavailable", "Twilio did not answer. Is TWILIO_API_URL right?");
    }
  },
);

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const OnShift = z.object({
  group: z.string(),
  day: z.string(),
  hour: z.int(),
  at: Time,
  volunteers: z.array(z.object({ id: z.string(), name: z.string(), number: AddressValue })),
});

export const callrouting = new Hono<ApiEnv>().get(
  "/volunteers/:group/:day/:hour",
  needs("viewer"),
  says("seeds", "Who of a helpline is on, by day and hour", OnShift, {
    description:
      "Such as `/volunteers/<id>/Monday/17`, by the group's clock: today, or the next such day. Why: `GET /v1/helplines/:id/on`.",
  }),
  async (context) => {
    const services = context.get("services");
    const { group, day, hour } = context.req.param();
    const weekday = DAYS.indexOf(day.toLowerCase()) + 1;
    if (weekday === 0) throw invalidAt({ path: "day", message: "is no day such as Monday" });
    if (!/^([01]?\d|2[0-3])$/.test(hour))
      throw invalidAt({ path: "hour", message: "is no hour from 0 to 23" });
    const found = await explainOnCall(services, group, (zone) =>
      hourOfWeekday(zone, weekday, Number(hour), services.clock.now()),
    );
    const actor = context.get("actor");
    const volunteers = found.people.flatMap(({ volunteer, skipped }) =>
      volunteer === null || skipped !== null
        ? []
        : [{ id: volunteer.id, name: volunteer.name, number: showAddress(volunteer.phone, actor) }],
    );
    const at = toTime(found.at);
    return context.json({ group: found.config.name, day, hour: Number(hour), at, volunteers });
  },
);
