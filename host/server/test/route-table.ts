import type { ServedRoute } from "@entrain/server";

const MAY = { anyone: 0, viewer: 1, facilitator: 2, host: 3 } as const;
const SENDERS = ["a device that has not joined", "a viewer", "a facilitator", "this machine itself"] as const;

/** docs/ROUTES.md: what is served, to whom. */
export const routeTable = (routes: readonly ServedRoute[]): string => {
  const rows = [...routes]
    .map(({ method, path, needs }) => ({
      route: `${method} ${path}`,
      cells: SENDERS.map((_, rank) => (rank >= MAY[needs] ? "yes" : "no")),
    }))
    .sort((a, b) => (a.route < b.route ? -1 : 1));
  const width = Math.max(...rows.map(({ route }) => route.length + 2));
  const line = (route: string, cells: readonly string[]): string =>
    `| ${route.padEnd(width)} | ${cells.map((cell, i) => cell.padEnd(SENDERS[i]?.length ?? 0)).join(" | ")} |`;
  return `# Who may ask for what

Written by a test, which asks each route as each of these senders, as a page of another origin, by a name that means this
machine today and another tomorrow, with bodies that are too large, no JSON or a form (\`host/server/test/attackers.test.ts\`).
Whatever is not named here is refused.

${line("route", SENDERS)}
| ${"-".repeat(width)} | ${SENDERS.map((sender) => "-".repeat(sender.length)).join(" | ")} |
${rows.map(({ route, cells }) => line(`\`${route}\``, cells)).join("\n")}
`;
};
