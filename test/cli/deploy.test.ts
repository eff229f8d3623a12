// npm run deploy, told as what is run on the account.
import { expect, test } from "vitest";
import { type Look, lookAt } from "../../worker/cli/deploy/look.ts";
import { findDeployedUrl } from "../../worker/cli/deploy/public-url.ts";
import { summarise } from "../../worker/cli/deploy/summary.ts";
import { deployTo, makeAccount } from "./account.ts";

const URL = "https://partyline.acme.workers.dev";

const RUNNING = {
  secrets: {
    TWILIO_ACCOUNT_SID: "",
    TWILIO_AUTH_TOKEN: "",
    ADMIN_TOKEN: "",
    SESSION_SECRET: "",
    IDENTITY_KEY: "mine",
  },
  publicUrl: "https://line.example.org",
  resources: new Set(["queue records", "bucket files", "database partyline"]),
};

const TWILIO = { TWILIO_ACCOUNT_SID: `AC${"9f".repeat(16)}`, TWILIO_AUTH_TOKEN: "7c".repeat(16) };
let current = makeAccount();
function account(state: Parameters<typeof makeAccount>[0] = {}): typeof current {
  current = makeAccount(state);
  return current;
}

test("the first deployment makes everything, and deploys again once it knows its address", async () => {
  const account = makeAccount();
  const deployed = await deployTo(account);
  expect(account.commands).toEqual([
    "whoami --json",
    "build",
    "secret list --format json",
    "queues info records",
    "queues create records",
    "r2 bucket info files",
    "r2 bucket create files",
    "d1 info partyline --json",
    "d1 create partyline",
    "d1 migrations apply DB --remote",
    "deployments status --json",
    "deploy TWILIO_ACCOUNT_SID TWILIO_AUTH_TOKEN ADMIN_TOKEN SESSION_SECRET IDENTITY_KEY",
    `deploy TWILIO_ACCOUNT_SID TWILIO_AUTH_TOKEN ADMIN_TOKEN SESSION_SECRET IDENTITY_KEY --var PUBLIC_URL:${URL}`,
  ]);
  expect(deployed.url).toBe(URL);
});

test("the next one keeps secrets, address and resources, and migrates before the new code comes", async () => {
  const account = makeAccount(RUNNING);
  const deployed = await deployTo(account);
  expect(account.secrets).toEqual(RUNNING.secrets);
  expect(account.commands.slice(-4)).toEqual([
    "d1 migrations apply DB --remote",
    "deployments status --json",
    "versions view v7 --json",
    "deploy --var PUBLIC_URL:https://line.example.org",
  ]);
  expect(deployed).toEqual({
    url: "https://line.example.org",
    secrets: { values: {}, made: [] },
    look: { kind: "up" },
  });
});

test("an address given in the environment wins", async () => {
  const account = makeAccount(RUNNING);
  await deployTo(account, { env: { PUBLIC_URL: "https://new.example.org" } });
  expect(account.publicUrl).toBe("https://new.example.org");
});

test("somebody at the terminal is asked for what only Twilio knows", async () => {
  const account = makeAccount();
  const asked: string[] = [];
  await deployTo(account, {
    env: {},
    ask: async (question) => {
      asked.push(question);
      return question.startsWith("TWILIO_ACCOUNT_SID") ? `AC${"ab".repeat(16)} ` : "cd".repeat(16);
    },
  });
  expect(asked.map((question) => question.split(" ", 1)[0])).toEqual([
    "TWILIO_ACCOUNT_SID",
    "TWILIO_AUTH_TOKEN",
  ]);
  expect(account.secrets).toMatchObject({ TWILIO_ACCOUNT_SID: `AC${"ab".repeat(16)}` });
});

test.each<[what: string, run: () => Promise<unknown>, why: RegExp, last: string | undefined]>([
  ["the demo in wrangler.toml", () => deployTo(account(), { vars: { DEMO: "1" } }), /DEMO=1/, undefined],
  ["the demo in the environment", () => deployTo(account(), { env: { DEMO: "1" } }), /DEMO=1/, undefined],
  ["nobody signed in", () => deployTo(account({ isSignedIn: false })), /wrangler login/, "whoami --json"],
  [
    "no terminal and no account",
    () => deployTo(account(), { env: {} }),
    /TWILIO_ACCOUNT_SID is missing/,
    "secret list --format json",
  ],
  [
    "an example token",
    () => deployTo(account(), { env: { ADMIN_TOKEN: "example-admin-token", ...TWILIO } }),
    /ADMIN_TOKEN is an example/,
    "secret list --format json",
  ],
  [
    "an account that is none",
    () => deployTo(account(), { env: { ...TWILIO, TWILIO_ACCOUNT_SID: "me" } }),
    /32 hexadecimal/,
    "secret list --format json",
  ],
  [
    "a migration that fails",
    () => deployTo(account({ failures: { "d1 migrations": "near LINES: syntax error" } })),
    /old code still runs:\nnear LINES/,
    "d1 migrations apply DB --remote",
  ],
  [
    "R2 not switched on",
    () => deployTo(account({ failures: { "r2 bucket create": "Please enable R2" } })),
    /Please enable R2/,
    "r2 bucket create files",
  ],
  [
    "a deployment that fails",
    () => deployTo(account({ failures: { deploy: "" } })),
    /deployment failed/,
    undefined,
  ],
  [
    "no address at all",
    () => deployTo(account({ targets: ["schedule: 17 3 * * *"] })),
    /at no address/,
    undefined,
  ],
])("refused: %s", async (_what, run, why, last) => {
  await expect(run()).rejects.toThrow(why);
  if (last !== undefined) expect(current.commands.at(-1)).toBe(last);
});

test("a list of secrets that could not be read is no empty list: the identity key is not made anew", async () => {
  const running = makeAccount({ ...RUNNING, failures: { "secret list": "fetch failed" } });
  await expect(deployTo(running)).rejects.toThrow(/could not be listed/);
  expect(running.secrets).toEqual(RUNNING.secrets);
});

test("what was made is shown once, the identity key with advice, the session's secret not at all", async () => {
  const fresh = makeAccount();
  const lines = summarise(await deployTo(fresh)).join("\n");
  expect(lines).toContain(`${URL}/webhooks/twilio/messages`);
  expect(lines).toContain(`IDENTITY_KEY=${fresh.secrets?.["IDENTITY_KEY"]}`);
  expect(lines).toContain("never changed");
  expect(lines).not.toContain(fresh.secrets?.["SESSION_SECRET"]);
  expect(summarise(await deployTo(makeAccount(RUNNING))).join("\n")).not.toContain("IDENTITY_KEY");
});

test("a build server's token is not asked whose it is, and may be allowed to deploy only", async () => {
  const denied = "Authentication error [code: 10000]";
  const account = makeAccount({ ...RUNNING, resources: new Set(), isSignedIn: false });
  account.failures = {
    "queues ": denied,
    "r2 bucket create": "The bucket you tried to create already exists",
  };
  await deployTo(account, { env: { CLOUDFLARE_API_TOKEN: "a-token" } });
  expect(account.commands).not.toContain("whoami --json");
  expect(account.printed).toEqual([
    "could not look for queue records: it has to be there already",
    "made database partyline",
    "migrations applied",
  ]);
});

test.each<[what: string, answers: (() => Response)[], look: Look, tries: number]>([
  ["up at once", [() => Response.json({ ok: true })], { kind: "up" }, 1],
  ["up after a while", [offline, offline, () => Response.json({ ok: true })], { kind: "up" }, 3],
  ["never", [offline], { kind: "unreachable" }, 10],
  ["somebody else's page", [() => new Response("<html>", { status: 404 })], { kind: "unreachable" }, 10],
  [
    "not set up",
    [() => Response.json({ error: { message: "Not set up: ADMIN_TOKEN is too short" } }, { status: 500 })],
    { kind: "complains", message: "Not set up: ADMIN_TOKEN is too short" },
    10,
  ],
])("looked at from outside: %s", async (_what, answers, look, tries) => {
  let asked = 0;
  const get = async (): Promise<Response> => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? offline;
    asked += 1;
    return answer();
  };
  expect(await lookAt(URL, get, async () => {})).toEqual(look);
  expect(asked).toBe(tries);
});

function offline(): Response {
  throw new TypeError("fetch failed");
}

test.each([
  [[URL, "schedule: */5 * * * *"], URL],
  [[URL, "line.example.org (custom domain - zone name: example.org)"], "https://line.example.org"],
  [["line.example.org/* (zone name: example.org)"], null],
  [[], null],
])("of %j the address is %s", (targets, url) => {
  expect(findDeployedUrl(targets)).toBe(url);
});
