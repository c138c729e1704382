/** Whether a request comes from a page of ours, or from no page at all. Browsers name the origin of a page; other programs need not. */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: URL | null,
): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const caller = new URL(origin);
  if (publicUrl) return caller.origin === publicUrl.origin;
  return (caller.protocol === "http:" || caller.protocol === "https:") && caller.host === host?.toLowerCase();
}

/** The address that links begin with: the public one, else the one that the caller used, else the one we listen on. */
export function addressFor(
  scheme: "http" | "https",
  host: string | undefined,
  publicUrl: URL | null,
  listeningUrl: string,
): string {
  if (publicUrl) return publicUrl.href.replace(/\/$/, "");
  return isHost(host) ? `${scheme}://${host}` : listeningUrl;
}

/** Whether a Host header is a host and perhaps a port, and nothing that could break out of where it is written. */
export function isHost(host: string | undefined): host is string {
  return host !== undefined && /^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?$/.test(host);
}
