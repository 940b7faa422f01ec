import { Fragment } from "react";
import { PLACES, type PartName } from "../src/placement.ts";
import { ROUTES, type Point, type Route } from "../src/routes.ts";
import { NETS } from "../src/nets.ts";

/** tscircuit takes the points of a path in the frame of the part that it starts from. */
const inFrameOf = (pin: string) => {
  const place = PLACES[pin.split(".")[0] as PartName];
  const cos = Math.round(Math.cos((place.turn * Math.PI) / 180));
  const sin = Math.round(Math.sin((place.turn * Math.PI) / 180));
  return ([x, y]: Point): { x: number; y: number } => ({
    x: cos * (x - place.x) + sin * (y - place.y),
    y: -sin * (x - place.x) + cos * (y - place.y),
  });
};

const selector = (pin: string): string => {
  const [part, name] = pin.split(".") as [string, string];
  return `.${part} > .${/^\d+$/.test(name) ? `pin${name}` : name}`;
};

const path = ({ from, to, points }: Route) => {
  const local = inFrameOf(from);
  let layer: "top" | "bottom" = "top";
  const drawn = points.flatMap((point) => {
    const here = local(point);
    if (point.length === 2) return [here];
    const fromLayer = layer;
    layer = layer === "top" ? "bottom" : "top";
    return [here, { ...here, via: true, fromLayer, toLayer: layer }, here];
  });
  return to === undefined ? drawn : [...drawn, selector(to)];
};

/** Each pin belongs to its net, which draws it on the schematic; each route is a path from its first pin. */
export const Copper = () => (
  <>
    {Object.entries(NETS).flatMap(([net, pins]) =>
      pins
        .filter((pin) => !ROUTES.some((route) => route.from === pin))
        .map((pin) => (
          <Fragment key={pin}>
            <trace from={selector(pin)} to={`net.${net}`} />
          </Fragment>
        )),
    )}
    {ROUTES.map((route) => (
      <Fragment key={`${route.from} ${route.to ?? ""} ${JSON.stringify(route.points)}`}>
        <trace from={selector(route.from)} to={`net.${route.net}`} thickness={route.width} pcbPath={path(route)} />
      </Fragment>
    ))}
  </>
);
