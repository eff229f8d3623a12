// The account's content templates with their approval by WhatsApp, from Twilio's Content API.
import * as z from "zod";

export const APPROVALS = [
  "unsubmitted",
  "received",
  "pending",
  "approved",
  "rejected",
  "paused",
  "disabled",
] as const;
export type Approval = (typeof APPROVALS)[number];

export interface AccountContent {
  readonly sid: string;
  readonly name: string;
  readonly language: string;
  /** Its words with `{{1}}` in them; empty where it has none, such as a bare picture. */
  readonly body: string;
  /** Every variable that stands in it, in order of appearance. */
  readonly variables: readonly string[];
  readonly approval: Approval;
  readonly category: string | null;
  readonly rejectionReason: string | null;
}

const Types = z.record(
  z.string(),
  z.looseObject({ body: z.string().nullish(), title: z.string().nullish() }),
);
const Contents = z.object({
  meta: z.object({ next_page_url: z.string().nullish() }),
  contents: z.array(
    z.object({
      sid: z.string(),
      friendly_name: z.string().nullish(),
      language: z.string(),
      types: Types,
      approval_requests: z
        .object({
          status: z.string().nullish(),
          category: z.string().nullish(),
          rejection_reason: z.string().nullish(),
        })
        .nullish(),
    }),
  ),
});

const PAGE_SIZE = 500;
/** WhatsApp gives an account 6,000 templates at most: beyond these pages something is wrong. */
const PAGES_MAX = 12;

/** All of them. `read` asks for a query under `/v1/ContentAndApprovals`; throws what it throws. */
export async function readContents(
  read: (query: URLSearchParams) => Promise<unknown>,
): Promise<readonly AccountContent[]> {
  const found: AccountContent[] = [];
  let query: URLSearchParams | null = new URLSearchParams({ PageSize: String(PAGE_SIZE) });
  for (let page = 0; page < PAGES_MAX && query !== null; page += 1) {
    const { meta, contents } = Contents.parse(await read(query));
    found.push(...contents.map(toContent));
    query = nextQuery(meta.next_page_url ?? null);
  }
  return found;
}

/** Only its paging is taken: where we call is ours to say. */
function nextQuery(url: string | null): URLSearchParams | null {
  const given = url === null ? null : new URL(url, "https://content.twilio.com").searchParams;
  const token = given?.get("PageToken") ?? null;
  if (token === null) return null;
  return new URLSearchParams({
    PageSize: String(PAGE_SIZE),
    Page: given?.get("Page") ?? "1",
    PageToken: token,
  });
}

function toContent({
  sid,
  friendly_name,
  language,
  types,
  approval_requests,
}: z.infer<typeof Contents>["contents"][number]): AccountContent {
  const texts = Object.values(types).map(({ body, title }) => body ?? title ?? "");
  const names = Array.from(JSON.stringify(types).matchAll(/\{\{\s*(\w+)\s*\}\}/g), ([, name = ""]) => name);
  return {
    sid,
    name: friendly_name ?? "",
    language,
    body: texts.find((text) => text !== "") ?? "",
    variables: [...new Set(names)],
    approval: APPROVALS.find((status) => status === approval_requests?.status) ?? "unsubmitted",
    category: approval_requests?.category || null,
    rejectionReason: approval_requests?.rejection_reason || null,
  };
}
