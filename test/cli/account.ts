// A Cloudflare account that exists only in a test: what wrangler would answer, and everything it was asked.
import { type Deployment, deployWorker, type Deployed } from "../../worker/cli/deploy/deploy-worker.ts";
import type { Finished } from "../../worker/cli/tool.ts";

export interface Account {
  isSignedIn: boolean;
  /** Null while the Worker was never deployed. */
  secrets: Record<string, string> | null;
  publicUrl: string;
  /** `queue partyline-records`, `bucket ...`, `database ...`. */
  resources: Set<string>;
  targets: string[];
  /** Commands that fail, by how they begin, with what they print. */
  failures: Record<string, string>;
  /** What was run, in order; secrets as their names. */
  commands: string[];
  printed: string[];
}

export function makeAccount(state: Partial<Account> = {}): Account {
  const targets = ["https://partyline.acme.workers.dev", "schedule: */5 * * * *"];
  const fresh = {
    isSignedIn: true,
    secrets: null,
    publicUrl: "",
    resources: new Set<string>(),
    failures: {},
  };
  return { ...fresh, targets, commands: [], printed: [], ...state };
}

/** Runs a deployment against the account. */
export function deployTo(account: Account, more: Partial<Deployment> = {}): Promise<Deployed> {
  let uploading: Record<string, string> = {};
  let serial = 0;
  return deployWorker({
    wrangler: {
      run: async (args) => {
        const command = args.join(" ");
        account.commands.push(command);
        const failure = Object.entries(account.failures).find(([beginning]) => command.startsWith(beginning));
        return failure === undefined ? answer(account, args) : { code: 1, output: failure[1] };
      },
      deploy: async ([_option, _path, ...args]) => {
        account.commands.push(["deploy", ...Object.keys(uploading), ...args].join(" "));
        if (account.failures["deploy"] !== undefined) return null;
        account.secrets = { ...account.secrets, ...uploading };
        account.publicUrl = args[1]?.replace("PUBLIC_URL:", "") ?? "";
        return account.targets;
      },
    },
    names: { queues: ["records"], buckets: ["files"], databases: ["partyline"] },
    vars: { PUBLIC_URL: "", DEMO: "" },
    env: { TWILIO_ACCOUNT_SID: `AC${"9f".repeat(16)}`, TWILIO_AUTH_TOKEN: "7c".repeat(16) },
    ask: null,
    randomHex: (bytes) => {
      serial += 1;
      return String(serial).repeat(bytes * 2);
    },
    build: async () => void account.commands.push("build"),
    withFile: (secrets, use) => {
      uploading = { ...secrets };
      return use("secrets.json");
    },
    print: (line) => void account.printed.push(line),
    look: async () => ({ kind: "up" }),
    ...more,
  });
}

function answer(account: Account, args: readonly string[]): Finished {
  const [first, second, third, fourth] = args;
  switch (`${first} ${second}`) {
    case "whoami --json":
      return { code: account.isSignedIn ? 0 : 1, output: "{}" };
    case "secret list":
      return account.secrets === null
        ? { code: 1, output: "This Worker does not exist on your account. [code: 10007]" }
        : printed(Object.keys(account.secrets).map((name) => ({ name, type: "secret_text" })));
    case "deployments status":
      return printed(account.secrets === null ? {} : { versions: [{ version_id: "v7", percentage: 100 }] });
    case "versions view":
      return printed({
        resources: {
          bindings: [
            { type: "secret_text", name: "ADMIN_TOKEN" },
            { type: "plain_text", name: "PUBLIC_URL", text: account.publicUrl },
          ],
        },
      });
    case "queues info":
      return found(account, `queue ${third}`);
    case "d1 info":
      return found(account, `database ${third}`);
    case "r2 bucket":
      return third === "info" ? found(account, `bucket ${fourth}`) : made(account, `bucket ${fourth}`);
    case "queues create":
      return made(account, `queue ${third}`);
    case "d1 create":
      return made(account, `database ${third}`);
    case "d1 migrations":
      return { code: 0, output: "" };
    default:
      throw new Error(`wrangler ${args.join(" ")} was not expected`);
  }
}

function printed(value: unknown): Finished {
  return { code: 0, output: `\n ⛅️ wrangler\n\n${JSON.stringify(value, null, 2)}\n` };
}

function found(account: Account, what: string): Finished {
  return { code: account.resources.has(what) ? 0 : 1, output: "" };
}

function made(account: Account, what: string): Finished {
  account.resources.add(what);
  return { code: 0, output: "" };
}
