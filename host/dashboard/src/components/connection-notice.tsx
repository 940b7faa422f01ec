import type { VNode } from "preact";
import type { Connection } from "../api.ts";

/** Says so when what the page shows is no longer true. Always in the document, so that its change is read out. */
export const ConnectionNotice = ({ connection }: { readonly connection: Connection }): VNode => (
  <div class="notice" role="status">
    {connection === "gone" && (
      <p>
        <strong>No connection to the host program.</strong> The picture below stands still. Bands keep time by
        themselves and come to rest soon; each stops at a press of its own button. Trying again …
      </p>
    )}
  </div>
);
