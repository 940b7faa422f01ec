import { readFileSync } from "node:fs";
import type { Point } from "./shape.ts";

/** What the tests read of circuit JSON; everything else in it is passed over. */
export type Layer = "top" | "bottom";

export interface RoutePoint extends Point {
  readonly route_type: "wire" | "via";
  readonly width: number;
  readonly layer: Layer;
}

export type Element =
  | { type: "source_component"; source_component_id: string; name: string; resistance?: number; capacitance?: number }
  | { type: "source_port"; source_port_id: string; source_component_id: string; port_hints: string[] }
  | { type: "pcb_port"; pcb_port_id: string; source_port_id: string }
  | ({ type: "pcb_smtpad"; pcb_port_id?: string; layer: Layer } & Point &
      ({ shape: "rect"; width: number; height: number } | { shape: "circle"; radius: number }))
  | ({
      type: "pcb_plated_hole";
      pcb_port_id: string;
      shape: "circle";
      outer_diameter: number;
      hole_diameter: number;
    } & Point)
  | ({ type: "pcb_via"; outer_diameter: number; hole_diameter: number } & Point)
  | ({ type: "pcb_hole"; hole_shape: "circle"; hole_diameter: number } & Point)
  | { type: "pcb_trace"; route: RoutePoint[] }
  | {
      type: "pcb_copper_pour";
      shape: "brep";
      layer: Layer;
      brep_shape: { outer_ring: { vertices: Point[] }; inner_rings: { vertices: Point[] }[] };
    }
  | { type: "pcb_board"; width: number; height: number; thickness: number; outline: Point[] };

type OfType<T extends Element["type"]> = Extract<Element, { type: T }>;

const MADE = new URL("../../made/", import.meta.url);

export const readMade = (name: string): string => readFileSync(new URL(name, MADE), "utf8");

export const readCircuit = (): Element[] => JSON.parse(readMade("carrier.circuit.json")) as Element[];

export const ofType = <T extends Element["type"]>(circuit: readonly Element[], type: T): OfType<T>[] =>
  circuit.filter((element): element is OfType<T> => element.type === type);
