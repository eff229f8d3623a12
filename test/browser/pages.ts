// Every page there is, from the admin's own route table: a page that is added is walked without anybody thinking of it.
import * as z from "zod";
import { router } from "../../admin-ui/src/router.ts";
import type { Api } from "../system/api.ts";

export interface AdminPage {
  /** As the route table has it, such as `/flows/$flowId`. */
  readonly route: string;
  /** With something that exists in its place; null where there is none of it, as in an empty database. */
  readonly path: string | null;
}

const Listed = z.object({ data: z.array(z.object({ id: z.string() })) });

/** Where the first of what a parameter names is found. */
const LISTS: Readonly<Record<string, string>> = {
  flowId: "/api/v1/flows",
  runId: "/api/v1/responses",
  contactId: "/api/v1/contacts",
  importId: "/api/v1/imports",
  segmentId: "/api/v1/segments",
  templateId: "/api/v1/templates",
  campaignId: "/api/v1/campaigns",
  funnelId: "/api/v1/funnels",
  groupId: "/api/v1/helplines",
  volunteerId: "/api/v1/volunteers",
  callId: "/api/v1/calls",
  lineId: "/api/v1/lines",
};

export function listRoutes(): readonly string[] {
  return Object.keys(router.routesByPath).toSorted();
}

/** Throws where nobody knows what a parameter names. */
export async function listPages(api: Api): Promise<readonly AdminPage[]> {
  const pages: AdminPage[] = [];
  for (const route of listRoutes()) {
    let path: string | null = route;
    for (const [given, name = ""] of route.matchAll(/\$(\w+)/g)) {
      const list = LISTS[name];
      if (list === undefined)
        throw new Error(`${route}: say in test/browser/pages.ts where a ${name} is found`);
      const [first] = (await api.get(`${list}?limit=1`, Listed)).data;
      path = path === null || first === undefined ? null : path.replace(given, first.id);
    }
    pages.push({ route, path });
  }
  return pages;
}
