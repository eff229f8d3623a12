// The order of a deployment: refuse early, make what is missing, migrate, then let the new code in.
import { Refusal } from "../script.ts";
import type { RandomHex } from "../secrets/make.ts";
import type { Vars } from "../secrets/vars-file.ts";
import type { Look } from "./look.ts";
import { findDeployedUrl, readDeployedUrl } from "./public-url.ts";
import { makeResources, type Names } from "./resources.ts";
import { type Ask, findSecrets, listSecrets, type NewSecrets } from "./secrets.ts";
import type { Wrangler } from "./wrangler.ts";

export interface Deployment {
  readonly wrangler: Wrangler;
  readonly names: Names;
  /** `[vars]` of wrangler.toml. */
  readonly vars: Vars;
  readonly env: Vars;
  readonly ask: Ask;
  readonly randomHex: RandomHex;
  readonly build: () => Promise<void>;
  /** Keeps secrets in a file only wrangler reads while `use` runs; they are never among the arguments. */
  readonly withFile: <T>(secrets: NewSecrets["values"], use: (path: string) => Promise<T>) => Promise<T>;
  readonly print: (line: string) => void;
  /** Looks at the address from outside; see look.ts. */
  readonly look: (url: string) => Promise<Look>;
}

export interface Deployed {
  readonly url: string;
  readonly look: Look;
  readonly secrets: NewSecrets;
}

/** Deploys, or throws a Refusal. Migrations only add, so the running code survives them; they go first. */
export async function deployWorker(deployment: Deployment): Promise<Deployed> {
  const { wrangler, names, vars, env, print } = deployment;
  if ([vars["DEMO"], env["DEMO"]].includes("1")) {
    throw new Refusal("DEMO=1 lets anybody move the clock: it is never deployed. Unset it.");
  }
  await requireSignIn(deployment);
  await deployment.build();
  const present = await listSecrets(wrangler);
  const secrets = await findSecrets(present, env, deployment.ask, deployment.randomHex);

  for (const line of await makeResources(wrangler, names)) print(line);
  await migrate(deployment);

  const known = env["PUBLIC_URL"] || vars["PUBLIC_URL"] || (await readDeployedUrl(wrangler));
  const url = await deployment.withFile(secrets.values, (path) => upload(wrangler, path, known));
  return { url, secrets, look: await deployment.look(url) };
}

/** A token of an account may do everything but say whose it is. */
async function requireSignIn({ wrangler, env }: Deployment): Promise<void> {
  if ((env["CLOUDFLARE_API_TOKEN"] ?? "") !== "") return;
  const { code } = await wrangler.run(["whoami", "--json"]);
  if (code === 0) return;
  throw new Refusal(
    'Nobody is signed in to Cloudflare: run "npx wrangler login", or set CLOUDFLARE_API_TOKEN.',
  );
}

async function migrate({ wrangler, print }: Deployment): Promise<void> {
  const { code, output } = await wrangler.run(["d1", "migrations", "apply", "DB", "--remote"]);
  if (code !== 0)
    throw new Refusal(`The migrations could not be applied; the old code still runs:\n${output.trim()}`);
  print("migrations applied");
}

/** The first time, only deploying tells the address; then once more, with it. */
async function upload(wrangler: Wrangler, secretsFile: string, known: string | null): Promise<string> {
  const deploy = async (url: string | null): Promise<readonly string[]> => {
    const at = url === null ? [] : ["--var", `PUBLIC_URL:${url}`];
    const targets = await wrangler.deploy(["--secrets-file", secretsFile, ...at]);
    if (targets === null) throw new Refusal("The deployment failed; wrangler says why above.");
    return targets;
  };
  const targets = await deploy(known);
  if (known !== null) return known;
  const found = findDeployedUrl(targets);
  if (found === null) {
    throw new Refusal("Deployed, but at no address: set PUBLIC_URL in the environment and deploy again.");
  }
  await deploy(found);
  return found;
}
