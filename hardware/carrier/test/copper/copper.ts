import { ofType, type Element, type Layer } from "./circuit.ts";
import { area, disc, rectangle, stroke, type Shape } from "./shape.ts";

/** A piece of copper with the layers that it lies on, and the pin that it is, if it is one. */
export interface Copper {
  readonly shape: Shape;
  readonly layers: readonly Layer[];
  /** `U1.D4`, or any of its other names. */
  readonly pins: readonly string[];
}

const BOTH = ["top", "bottom"] as const;

/** The names of a pin: the part's with each that its port has. */
const pinNames = (circuit: readonly Element[]): ((pcbPortId: string | undefined) => string[]) => {
  const parts = new Map(ofType(circuit, "source_component").map((part) => [part.source_component_id, part.name]));
  const ports = new Map(ofType(circuit, "source_port").map((port) => [port.source_port_id, port]));
  const pads = new Map(ofType(circuit, "pcb_port").map((pad) => [pad.pcb_port_id, pad.source_port_id]));
  return (pcbPortId) => {
    const port = ports.get(pads.get(pcbPortId ?? "") ?? "");
    if (port === undefined) return [];
    return port.port_hints.map((hint) => `${parts.get(port.source_component_id) ?? ""}.${hint}`);
  };
};

/** All copper of a board, from its geometry alone: what its file says of nets is not looked at. */
export const copperOf = (circuit: readonly Element[]): Copper[] => {
  const names = pinNames(circuit);
  return [
    ...ofType(circuit, "pcb_smtpad").map((pad) => ({
      shape: pad.shape === "rect" ? rectangle(pad, pad.width, pad.height) : disc(pad, pad.radius),
      layers: [pad.layer],
      pins: names(pad.pcb_port_id),
    })),
    ...ofType(circuit, "pcb_plated_hole").map((hole) => ({
      shape: disc(hole, hole.outer_diameter / 2),
      layers: BOTH,
      pins: names(hole.pcb_port_id),
    })),
    ...ofType(circuit, "pcb_via").map((via) => ({ shape: disc(via, via.outer_diameter / 2), layers: BOTH, pins: [] })),
    ...ofType(circuit, "pcb_trace").flatMap(({ route }) =>
      route.slice(1).flatMap((to, i) => {
        const from = route[i];
        if (from?.route_type !== "wire" || to.route_type !== "wire" || from.layer !== to.layer) return [];
        return [{ shape: stroke(from, to, from.width), layers: [from.layer], pins: [] }];
      }),
    ),
    ...ofType(circuit, "pcb_copper_pour").map(({ layer, brep_shape: { outer_ring, inner_rings } }) => ({
      shape: area([outer_ring, ...inner_rings].map(({ vertices }) => vertices)),
      layers: [layer],
      pins: [],
    })),
  ];
};
