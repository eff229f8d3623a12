// How wrangler is told to serve the Worker on this machine.

/** For `port`, reached by people and by Twilio at `publicUrl`. */
export function wranglerArguments(port: number, publicUrl: string): string[] {
  return ["dev", "--ip", "127.0.0.1", "--port", String(port), "--var", `PUBLIC_URL:${publicUrl}`];
}

/** The explorer shows the whole database to whoever reaches it: not through a tunnel. */
export const TUNNEL_ENV = { X_LOCAL_EXPLORER: "false" } as const;
