import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** The one font of the figures as PNG: no font of the system is assumed. */
export const FIGURE_FONT = "DejaVu Sans";
const ZOOM = 2;

const require = createRequire(import.meta.url);
let ready: Promise<readonly Uint8Array[]> | undefined;

const prepare = async (): Promise<readonly Uint8Array[]> => {
  await initWasm(await readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const fonts = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"];
  return Promise.all(fonts.map((name) => readFile(require.resolve(`dejavu-fonts-ttf/ttf/${name}`))));
};

/** Draws an SVG at twice its size. */
export const pngOf = async (svg: string): Promise<Uint8Array> => {
  ready ??= prepare();
  const fontBuffers = [...(await ready)];
  const drawing = new Resvg(svg, {
    fitTo: { mode: "zoom", value: ZOOM },
    font: { fontBuffers, defaultFontFamily: FIGURE_FONT, sansSerifFamily: FIGURE_FONT },
  });
  try {
    return drawing.render().asPng();
  } finally {
    drawing.free();
  }
};
