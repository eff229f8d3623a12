// The Content API: WhatsApp templates and their approval.
import { Hono } from "hono";
import type { Content } from "../content/content.ts";
import { contentRequest, richestOf } from "../content/read-content.ts";
import type { Exchange } from "../exchange.ts";
import { notFound, Problem } from "./problem.ts";

const API = "https://content.twilio.com/v1/Content";

export function contentRoutes(exchange: Exchange): Hono {
  const find = (sid: string, path: string): Content => {
    const content = exchange.contents.get(sid);
    if (content === undefined) throw notFound(path);
    return content;
  };
  const show = (content: Content) => contentJson(content, exchange.account.sid);

  return new Hono()
    .post("/v1/Content", async (c) => {
      const content = createContent(exchange, await readJson(c.req.raw));
      return c.json(show(content), 201);
    })
    .get("/v1/Content", (c) => {
      const contents = [...exchange.contents.values()].map(show);
      const meta = {
        page: 0,
        page_size: 50,
        first_page_url: API,
        previous_page_url: null,
        url: API,
        next_page_url: null,
        key: "contents",
      };
      return c.json({ meta, contents });
    })
    .get("/v1/Content/:sid", (c) => c.json(show(find(c.req.param("sid"), c.req.path))))
    .delete("/v1/Content/:sid", (c) => {
      exchange.contents.delete(find(c.req.param("sid"), c.req.path).sid);
      return c.body(null, 204);
    })
    .get("/v1/Content/:sid/ApprovalRequests", (c) => {
      const content = find(c.req.param("sid"), c.req.path);
      return c.json({
        url: `${API}/${content.sid}/ApprovalRequests`,
        whatsapp: approvalJson(content),
        account_sid: exchange.account.sid,
        sid: content.sid,
      });
    })
    .post("/v1/Content/:sid/ApprovalRequests/whatsapp", async (c) => {
      const content = find(c.req.param("sid"), c.req.path);
      submitForApproval(exchange, content, await readJson(c.req.raw));
      return c.json({ ...approvalJson(content), status: "received" }, 201);
    });
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new Problem(400, 20001, "The request body is not valid JSON");
  }
}

function createContent(exchange: Exchange, given: unknown): Content {
  const parsed = contentRequest.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Problem(400, 20001, `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "invalid"}`);
  }
  const { friendly_name, language, variables, types } = parsed.data;
  const content: Content = {
    sid: exchange.mint("HX"),
    friendlyName: friendly_name ?? "",
    language,
    variables: variables ?? {},
    types,
    ...richestOf(types),
    approval: { status: "unsubmitted", name: "", category: "", rejectionReason: "" },
    createdAt: exchange.clock.now(),
  };
  exchange.contents.set(content.sid, content);
  return content;
}

/** WhatsApp takes lower-case names of one category; list pickers it never approves. */
function submitForApproval(exchange: Exchange, content: Content, given: unknown): void {
  const { name, category } = { name: "", category: "", ...(typeof given === "object" ? given : {}) };
  if (typeof name !== "string" || !/^[a-z0-9_]{1,512}$/.test(name)) {
    throw new Problem(400, 20001, "name: lower-case letters, digits and underscores");
  }
  if (category !== "UTILITY" && category !== "MARKETING" && category !== "AUTHENTICATION") {
    throw new Problem(400, 20001, "category: UTILITY, MARKETING or AUTHENTICATION");
  }
  if (content.type === "twilio/list-picker") {
    throw new Problem(400, 20001, "twilio/list-picker cannot be submitted for approval");
  }
  const status = exchange.approvals === "at-once" ? "approved" : "pending";
  content.approval = { status, name, category, rejectionReason: "" };
}

export function contentJson(content: Content, accountSid: string): Record<string, unknown> {
  const at = new Date(content.createdAt).toISOString().replace(/\.\d+Z$/, "Z");
  const url = `${API}/${content.sid}`;
  return {
    sid: content.sid,
    account_sid: accountSid,
    friendly_name: content.friendlyName,
    language: content.language,
    variables: content.variables,
    types: content.types,
    url,
    links: {
      approval_create: `${url}/ApprovalRequests/whatsapp`,
      approval_fetch: `${url}/ApprovalRequests`,
    },
    date_created: at,
    date_updated: at,
  };
}

export function approvalJson(content: Content): Record<string, unknown> {
  const { status, name, category, rejectionReason } = content.approval;
  return {
    type: "whatsapp",
    name,
    category,
    content_type: content.type,
    status,
    rejection_reason: rejectionReason,
    allow_category_change: true,
  };
}
