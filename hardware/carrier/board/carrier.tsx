import { Fragment } from "react";
import { NETS } from "../src/nets.ts";
import { BOARD, OUTLINE } from "../src/outline.ts";
import { Parts } from "./parts.tsx";
import { Copper } from "./copper.tsx";
import { Labels } from "./labels.tsx";
import { GroundPlane } from "./ground-plane.tsx";

/** The carrier board of the do-it-yourself band. */
export const Carrier = () => (
  <board
    outline={OUTLINE.map(([x, y]) => ({ x, y }))}
    thickness={`${String(BOARD.thickness)}mm`}
    layers={2}
    routingDisabled
    pcbStyle={{ viaPadDiameter: 0.6, viaHoleDiameter: 0.3 }}
  >
    {Object.keys(NETS).map((name) => (
      <Fragment key={name}>
        <net name={name} />
      </Fragment>
    ))}
    <Parts />
    <Copper />
    <GroundPlane />
    <Labels />
  </board>
);
