import type { IncomingHttpHeaders } from "node:http";
import { quote } from "./quote.ts";
import { RequestError } from "./request-error.ts";

/** The names under which a browser on this machine may know the server. */
export const ownHosts = (port: number): readonly string[] =>
  ["127.0.0.1", "localhost", "[::1]"].map((name) => `${name}:${String(port)}`);

/** What a page elsewhere may still do: send someone here by a link. */
const isNavigation = (headers: IncomingHttpHeaders): boolean => headers["sec-fetch-mode"] === "navigate";

/**
 * Being bound to 127.0.0.1 is not enough: any page in the same browser can send requests there, and by DNS rebinding its
 * own host name may come to mean this machine. So each request must name this server, and come from its own page or from
 * no page at all.
 *
 * @param hosts the names, with their port, by which the server may be called here
 * @see https://owasp.org/www-community/attacks/DNS_Rebinding
 * @throws RequestError 403
 */
export const requireSameOrigin = (headers: IncomingHttpHeaders, hosts: readonly string[]): void => {
  const { host, origin } = headers;
  if (host === undefined || !hosts.includes(host.toLowerCase())) {
    throw new RequestError(403, "foreign-host", `expected Host ${hosts.join(" or ")}, found ${quote(host)}`);
  }
  const own = `http://${host.toLowerCase()}`;
  if (origin !== undefined && origin !== own) {
    throw new RequestError(403, "foreign-origin", `expected Origin ${own} or none, found ${quote(origin)}`);
  }
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none" && !isNavigation(headers)) {
    throw new RequestError(
      403,
      "foreign-origin",
      `expected a request of the page itself, found one from ${quote(site)}`,
    );
  }
};

/**
 * Only a proxy is asked for a whole address; its host would be another than the Host header's.
 *
 * @throws RequestError 403
 */
export const requireOwnPath = (url: string): void => {
  if (!url.startsWith("/")) throw new RequestError(403, "foreign-host", `expected a path, found ${quote(url)}`);
};

/**
 * A form on a foreign page cannot set a header of its own, and a browser's script always names its Origin.
 *
 * @throws RequestError 403
 */
export const requirePageSender = (headers: IncomingHttpHeaders): void => {
  if (headers.origin === undefined && headers["x-entrain"] !== "1") {
    throw new RequestError(403, "not-from-the-page", "expected an Origin or the header X-Entrain: 1, found neither");
  }
};
