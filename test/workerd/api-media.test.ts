// What people sent is downloaded, never shown in our own name.
import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { call, ok } from "./api-calls.ts";
import { LINE } from "./api-refusals.ts";
import { ask, eventually, freshNumber } from "./story.ts";

const NUMBER = "+15005550150";

beforeAll(async () => {
  await ok("POST /v1/lines", { ...LINE, address: NUMBER });
});

test("a page somebody sent us as a picture is a file to save", async () => {
  const person = freshNumber();
  await ask(person, "look", { to: NUMBER });
  const message = await eventually(async () => (await ok("GET /v1/messages?direction=in")).data[0]);
  const where = `GET /v1/messages/${message.id}/media/0`;
  expect((await call(where)).status).toBe(404);

  await env.FILES.put("media/1/0", "<script>alert(1)</script>");
  await env.DB.prepare(
    "INSERT INTO media (message_id, place, type, bytes, file, at) VALUES (?, 0, 'text/html', 25, 'media/1/0', 0)",
  )
    .bind(message.id)
    .run();
  const { status, headers, body } = await call(where);
  expect([status, body]).toEqual([200, "<script>alert(1)</script>"]);
  expect(headers.get("content-disposition")).toMatch(/^attachment; filename="[\w-]+"$/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toContain("sandbox");

  const { contactId } = (await ok(`GET /v1/messages/${message.id}`)).contact;
  await ok(`POST /v1/contacts/${contactId}/erase`, { confirm: "erase" });
  await eventually(async () => (await call(where)).status === 404);
  expect(await env.FILES.get("media/1/0")).toBeNull();
});

test.each(["-1", "1.5", "x", "1e3", "99999999999999999999"])(
  "there is no picture number %s",
  async (place) => {
    expect((await call(`GET /v1/messages/01890000-0000-7000-8000-000000000000/media/${place}`)).status).toBe(
      404,
    );
  },
);
