/** The colours of all figures, by what they mean. */
export interface Palette {
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly together: string;
  readonly open: string;
  readonly moving: string;
  readonly finding: string;
  readonly resting: string;
  readonly block: string;
  readonly blockPaced: string;
  readonly pulse: string;
}

export const PAPER = "#fffdf9";

export const LIGHT: Palette = {
  ink: "#26231f",
  quiet: "#655f56",
  rule: "#d8d1c4",
  together: "#2c6e63",
  open: "#c9c0af",
  moving: "#7fa79b",
  finding: "#cfe0da",
  resting: "#eee9de",
  block: "#efe8da",
  blockPaced: "#dfe9e4",
  pulse: "#a2552d",
};

export const DARK: Palette = {
  ink: "#eae4d8",
  quiet: "#aaa295",
  rule: "#423e38",
  together: "#7ec8b6",
  open: "#5d574d",
  moving: "#5d8f82",
  finding: "#37504a",
  resting: "#2a2824",
  block: "#332f28",
  blockPaced: "#2a3a35",
  pulse: "#e09a6c",
};

const NAMES = Object.keys(LIGHT) as (keyof Palette)[];

/** `--ink: #26231f; …` */
export const paletteVariables = (palette: Palette): string =>
  NAMES.map((name) => `--${name}:${palette[name]}`).join(";");

/** The palette as references to those variables. */
export const VARIABLES = Object.fromEntries(NAMES.map((name) => [name, `var(--${name})`])) as unknown as Palette;

/** How each class of the figures looks. */
export const FIGURE_RULES = (c: Palette): string =>
  [
    `text{fill:${c.ink};font-size:12px}`,
    `.quiet{fill:${c.quiet};font-size:11px}`,
    `.rule{stroke:${c.rule};stroke-width:1}`,
    `.axis{stroke:${c.quiet};stroke-width:1}`,
    `.together{fill:${c.together};stroke:${c.together}}`,
    `.open{fill:none;stroke:${c.quiet};stroke-width:1.2}`,
    `.chance{stroke:${c.ink};stroke-width:2}`,
    `.moving{fill:${c.moving}}`,
    `.finding{fill:${c.finding}}`,
    `.resting{fill:${c.resting}}`,
    `.no-signal{fill:none;stroke:${c.rule};stroke-dasharray:2 3}`,
    `.block{fill:${c.block}}`,
    `.paced{fill:${c.blockPaced}}`,
    `.pulse{fill:none;stroke:${c.pulse};stroke-width:1.6;stroke-dasharray:5 4}`,
    `.tempo{fill:none;stroke:${c.together};stroke-width:2;stroke-linejoin:round;stroke-linecap:round}`,
    `.mark{stroke:${c.pulse};stroke-width:1.4}`,
    `.mark-text{fill:${c.pulse};font-size:11px;font-weight:600}`,
  ].join("");
