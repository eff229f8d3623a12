// Blocks: callers whom a helpline does not take. Numbers are in bodies only, and shown masked.
import { Hono } from "hono";
import * as z from "zod";
import { blockCaller } from "../../actions/block-caller.ts";
import { mustFindHelpline } from "../../actions/find-helpline.ts";
import { unblockCaller } from "../../actions/unblock-caller.ts";
import { listBlocks } from "../../db/blocks.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byTime, toPage } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { Numbered } from "../views/contact-input.ts";
import { BlockView, toBlockView } from "../views/helpline.ts";

const NewBlock = z.strictObject({ number: Numbered, reason: z.string().trim().min(1).max(300) });

export const blocks = new Hono<ApiEnv>()
  .get(
    "/:id/blocks",
    needs("viewer"),
    says("helplines", "List the callers a helpline does not take", pageOf(BlockView)),
    takes("query", byTime),
    async (context) => {
      const { limit, cursor } = context.req.valid("query");
      const services = context.get("services");
      const { id } = await mustFindHelpline(services, context.req.param("id"));
      const rows = await listBlocks(services.db, id, limit, cursor);
      return context.json(toPage(rows, limit, (row) => [row.createdAt, row.addressId], toBlockView));
    },
  )
  .post(
    "/:id/blocks",
    needs("editor"),
    says("helplines", "Take no calls of a number", BlockView, { status: 201 }),
    takes("json", NewBlock),
    async (context) => {
      const [services, actor] = [context.get("services"), context.get("actor")];
      const row = await blockCaller(services, actor, context.req.param("id"), context.req.valid("json"));
      return context.json(toBlockView(row), 201);
    },
  )
  .delete(
    "/:id/blocks/:addressId",
    needs("editor"),
    says("helplines", "Take somebody's calls again", null, { status: 204 }),
    async (context) => {
      const { id, addressId } = context.req.param();
      await unblockCaller(context.get("services"), context.get("actor"), id, addressId);
      return context.body(null, 204);
    },
  );
