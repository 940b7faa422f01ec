import { convertCircuitJsonToPcbSvg, convertCircuitJsonToSchematicSvg } from "circuit-to-svg";
import { convertCircuitJsonToGerberFiles } from "circuit-json-to-gerber";
import { billOfMaterials } from "./bill-of-materials.ts";
import { renderCarrier } from "./circuit-json.tsx";
import { pickAndPlace } from "./pick-and-place.ts";

/** Lines that say when a file was made: the same board shall be the same bytes. */
const DATED = /^.*\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.*\n?/gm;

/** Every file that is made of the board, by its name. */
export const carrierOutputs = async (): Promise<ReadonlyMap<string, string>> => {
  const circuit = await renderCarrier();
  return new Map([
    ["carrier.circuit.json", `[\n${circuit.map((element) => JSON.stringify(element)).join(",\n")}\n]\n`],
    ["schematic.svg", `${convertCircuitJsonToSchematicSvg(circuit)}\n`],
    ["board.svg", `${convertCircuitJsonToPcbSvg(circuit)}\n`],
    ["bill-of-materials.csv", billOfMaterials()],
    ["pick-and-place.csv", pickAndPlace()],
    ...Object.entries(convertCircuitJsonToGerberFiles(circuit)).map(
      ([name, text]) => [`gerber/${name}`, text.replace(DATED, "")] as const,
    ),
  ]);
};
