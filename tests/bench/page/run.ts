// `npm run bench:page`: measures the page, prints a table, and writes it into docs/PAGE.md. Needs the built page.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { provenance } from "../report.ts";
import { type Row, rowsTable } from "../row.ts";
import { firstPulse } from "./first-pulse.ts";
import { pageFrames } from "./frames.ts";
import { pageWeight } from "./weight.ts";

const PAGE = fileURLToPath(new URL("../../../host/dashboard/dist/page/", import.meta.url));
const DOC = fileURLToPath(new URL("../../../docs/PAGE.md", import.meta.url));
const HEADING = "## Measured";

const rows: Row[] = [...pageWeight(PAGE), ...(await firstPulse()), ...(await pageFrames(PAGE))];
const table = rowsTable(rows);
process.stdout.write(`${table}\n`);
const before = readFileSync(DOC, "utf8");
const text = before.slice(0, before.indexOf(HEADING));
writeFileSync(
  DOC,
  `${text}${HEADING}\n\n\`npm run bench:page\`, ${provenance()}; Chromium without a graphics card, 30 staged people who move.\n\n${table}\n`,
);
process.exit(0);
