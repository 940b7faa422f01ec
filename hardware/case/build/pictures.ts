import { button } from "../model/button.ts";
import { cell, circuitBoard, connector, module, motor, parts, usb } from "../model/contents.ts";
import { lid } from "../model/lid.ts";
import { meshOf } from "../model/mesh-of.ts";
import { shell } from "../model/shell.ts";
import type { Solid } from "../model/solids.ts";
import { render } from "../src/picture/picture.ts";
import type { Colour, Thing } from "../src/picture/raster.ts";
import type { Sizes } from "../src/sizes.ts";

const SHELL: Colour = [226, 229, 235];
const LID: Colour = [196, 208, 226];
const CAP: Colour = [240, 176, 66];
const BOARD: Colour = [72, 150, 96];
const MODULE: Colour = [92, 100, 116];
const METAL: Colour = [210, 212, 214];
const DARK: Colour = [120, 126, 138];
const PLASTIC: Colour = [250, 246, 236];
const CELL: Colour = [150, 190, 230];

const WIDTH = 900;

/** The pictures of the build guide, by name. */
export const pictures = (sizes: Sizes): ReadonlyMap<string, Uint8Array> => {
  const thing = (solid: Solid, colour: Colour, lift = 0): Thing => ({ mesh: meshOf(solid), colour, lift });
  const below = thing(shell(sizes), SHELL);
  const above = thing(lid(sizes), LID);
  const cap = thing(button(sizes), CAP);
  const lying = [thing(motor(sizes), METAL), thing(cell(sizes), CELL)];
  const electronics = [
    thing(circuitBoard(sizes), BOARD),
    thing(module(sizes), MODULE),
    thing(usb(sizes), METAL),
    thing(parts(sizes), DARK),
    thing(connector(sizes), PLASTIC),
  ];
  const lifted = (things: readonly Thing[], lift: number): Thing[] => things.map((one) => ({ ...one, lift }));
  return new Map([
    [
      "band-in-pieces.png",
      render({
        things: [below, ...lifted(lying, 14), ...lifted(electronics, 26), ...lifted([above], 42), ...lifted([cap], 56)],
        view: { azimuth: 28, elevation: 24 },
        marks: [
          { digit: "1", where: [22, -13.5, 3] },
          { digit: "2", where: [-15, -5, 14] },
          { digit: "3", where: [8, -10, 16.5] },
          { digit: "4", where: [-8, -11.5, 32] },
          { digit: "5", where: [22, -13.5, 53] },
          { digit: "6", where: [sizes.board.button.x, sizes.board.button.y, 71] },
        ],
        width: WIDTH,
      }),
    ],
    [
      "band-closed.png",
      render({ things: [below, above, cap, ...electronics], view: { azimuth: 152, elevation: 38 }, width: WIDTH }),
    ],
    ["band-skin-side.png", render({ things: [below, above], view: { azimuth: 28, elevation: -42 }, width: WIDTH })],
    [
      "band-open.png",
      render({ things: [below, ...lying, ...electronics], view: { azimuth: 0, elevation: 62 }, width: WIDTH }),
    ],
    ["band-shell.png", render({ things: [below, ...lying], view: { azimuth: 0, elevation: 62 }, width: WIDTH })],
    ["band-lid-inside.png", render({ things: [above, cap], view: { azimuth: 20, elevation: -50 }, width: WIDTH })],
  ]);
};
