// Which area each resource of the API belongs to: said here once, kept by the guard for every route, and told in the description.
import { reaches } from "#core/area";
import type { Access, Area } from "#core/area";
import type { Actor, Role } from "../actor.ts";
import { Problem } from "../errors.ts";

/**
 * `everyone`: who one is, that there is news, the description. `unscoped`: who may sign in at all, since a token that is held to
 * some areas could make itself another there.
 */
type Place = Area | "everyone" | "unscoped";

/** By the first part of the path. What is missing here is open to no token that is held to areas. */
export const AREA_OF: ReadonlyMap<string, Place> = new Map<string, Place>([
  ["alarms", "setup"],
  ["audit", "setup"],
  ["callrouting", "helpline"],
  ["calls", "helpline"],
  ["campaigns", "campaigns"],
  ["contacts", "contacts"],
  ["conversations", "messages"],
  ["dead-letters", "setup"],
  ["debug", "setup"],
  ["demo", "setup"],
  ["digests", "setup"],
  ["emails", "setup"],
  ["exports", "contacts"],
  ["feed", "everyone"],
  ["flows", "flows"],
  ["funnels", "campaigns"],
  ["helplines", "helpline"],
  ["home", "messages"],
  ["imports", "contacts"],
  ["inbox", "messages"],
  ["lines", "setup"],
  ["messages", "messages"],
  ["notices", "messages"],
  ["openapi.json", "everyone"],
  ["responses", "flows"],
  ["reviews", "flows"],
  ["segments", "contacts"],
  ["session", "everyone"],
  ["settings", "setup"],
  ["setup", "setup"],
  ["staff", "unscoped"],
  ["templates", "campaigns"],
  ["tokens", "unscoped"],
  ["triggers", "flows"],
  ["users", "contacts"],
  ["voicemails", "helpline"],
  ["volunteers", "helpline"],
]);

/** Of a path, with `/api` before it or not. */
export function placeOf(path: string): Place {
  const [, resource = ""] = /^(?:\/api)?(?:\/v1)?\/([^/]+)/.exec(path) ?? [];
  return AREA_OF.get(resource) ?? "unscoped";
}

/** What a viewer may do changes nothing, whatever its method. */
export function accessOf(method: string, role: Role): Access {
  return role === "viewer" || method === "GET" || method === "HEAD" ? "read" : "write";
}

/** Throws `forbidden` for a token that was not given this. */
export function refuseOutside({ scopes }: Actor, path: string, access: Access): void {
  const place = placeOf(path);
  if (scopes === null || place === "everyone") return;
  if (place === "unscoped")
    throw new Problem("forbidden", "This is closed to every token that is held to some areas.");
  if (!reaches(scopes, place, access))
    throw new Problem("forbidden", `This needs "${place}": "${access}"; this token was not given it.`);
}
