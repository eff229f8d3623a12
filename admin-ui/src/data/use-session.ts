// Who is signed in, for whatever depends on it.
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "./api.ts";
import type { Key } from "./queries.ts";
import { rememberSession } from "./session.ts";

const ROLES = ["viewer", "editor", "owner"] as const;
export type Role = (typeof ROLES)[number];

export function useSession() {
  return useQuery({
    queryKey: ["session"] satisfies Key,
    queryFn: async () => {
      const session = await ask(api.v1.session.$get());
      rememberSession(session);
      return session;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Whether somebody with this role may be shown what only they can do; the API decides in any case. */
export function useMay(role: Role): boolean {
  const { data } = useSession();
  return data !== undefined && ROLES.indexOf(data.role) >= ROLES.indexOf(role);
}
