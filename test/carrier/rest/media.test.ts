// Media: fetched with credentials, redirected to a place that must not see them.
import { expect, test } from "vitest";
import { ACCOUNT_SID, LINES, setUp } from "../testing/setup.ts";

const bytes = new Uint8Array([137, 80, 78, 71]);
const picture = { contentType: "image/png", bytes };

/** A picture sent by a handset, and the path the product builds for it. */
async function sendPicture() {
  const { carrier, product, rest } = setUp();
  const sid = await carrier.handset("+12065550123").sendMedia(LINES.longCode.address, picture, "look");
  const form = product.heard[0]?.form ?? {};
  return { carrier, rest, sid, form, path: new URL(form["MediaUrl0"] ?? "").pathname };
}

test("the form names the picture, and the API serves it by way of a redirect", async () => {
  const { carrier, rest, sid, form, path } = await sendPicture();
  expect(form).toMatchObject({ NumMedia: "1", MediaContentType0: "image/png", Body: "look" });
  expect(path).toMatch(
    new RegExp(`^/2010-04-01/Accounts/${ACCOUNT_SID}/Messages/${sid}/Media/ME[0-9a-f]{32}$`),
  );
  const redirect = await rest.raw(path);
  expect(redirect.status).toBe(307);
  const place = redirect.headers.get("location") ?? "";
  const served = await carrier.fetch(new Request(place));
  expect(served.headers.get("content-type")).toBe("image/png");
  expect(new Uint8Array(await served.arrayBuffer())).toEqual(bytes);
});

test("without credentials no redirect; with credentials no picture behind it", async () => {
  const { carrier, rest, path } = await sendPicture();
  expect((await carrier.fetch(new Request(`https://carrier.test${path}`))).status).toBe(401);
  const place = (await rest.raw(path)).headers.get("location") ?? "";
  expect((await rest.raw(new URL(place).pathname)).status).toBe(400);
});

test("described, listed and deleted", async () => {
  const { rest, sid, path } = await sendPicture();
  const mediaSid = path.split("/").at(-1);
  expect((await rest.get(`/Messages/${sid}/Media.json`)).body["media_list"]).toMatchObject([
    { sid: mediaSid },
  ]);
  expect((await rest.get(`/Messages/${sid}/Media/${mediaSid}.json`)).body).toMatchObject({
    content_type: "image/png",
  });
  expect((await rest.raw(path, { method: "DELETE" })).status).toBe(204);
  expect((await rest.raw(path)).status).toBe(404);
});

test("pictures of the product reach the handset as URLs", async () => {
  const { carrier, rest } = setUp();
  const MediaUrl = ["https://line.test/a.png", "https://line.test/b.png"];
  const answer = await rest.send({ To: "+12065550123", From: LINES.longCode.address, MediaUrl });
  expect(answer.body).toMatchObject({ num_media: "2", sid: expect.stringMatching(/^MM/) });
  await carrier.settled();
  expect(carrier.handset("+12065550123").inbox()[0]?.media).toEqual(MediaUrl);
});
