// Finds the tunnel's address in what cloudflared prints.

/** Addresses under that name which are the service's own and no tunnel. */
const OURS = /https:\/\/(?!api\.|www\.)([a-z0-9]+(?:-[a-z0-9]+)*)\.trycloudflare\.com(?![a-z0-9.-])/;

/** The public address, without a slash at its end; null while it has not been printed whole. */
export function findTunnelUrl(output: string): string | null {
  return OURS.exec(output)?.[0] ?? null;
}
