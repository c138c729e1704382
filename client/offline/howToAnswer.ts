/** How the service worker answers a request of the page; `network`: it leaves it alone. */
export type HowToAnswer = "network" | "page" | "build-file";

const pagePath = /^\/(library|join|forgotten|accessibility|m\/[^/]+)?\/?$/;

/**
 * What a request is to the service worker. Only the page itself and the files of its build are ever answered from this device: calls and
 * sockets always go to the server, which alone knows who may see a map.
 * @param request what was asked for, by which method, and whether it opens a page.
 * @param origin the page's own, such as `https://map.example.org`.
 */
export function howToAnswer(
  request: { readonly method: string; readonly url: string; readonly mode: string },
  origin: string,
): HowToAnswer {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== origin) return "network";
  if (request.mode === "navigate") return pagePath.test(url.pathname) ? "page" : "network";
  return url.pathname.startsWith("/assets/") || url.pathname === "/favicon.svg" ? "build-file" : "network";
}
