/** mm, seen from above. */
interface PadProps {
  readonly pin: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const Pad = ({ pin, x, y, width, height }: PadProps) => (
  <smtpad shape="rect" portHints={[pin]} pcbX={x} pcbY={y} width={width} height={height} />
);

interface HoleProps {
  readonly pin: string;
  readonly x: number;
  readonly y: number;
  readonly drill: number;
  readonly pad: number;
}

/** A plated hole. */
export const Hole = ({ pin, x, y, drill, pad }: HoleProps) => (
  <platedhole shape="circle" portHints={[pin]} pcbX={x} pcbY={y} holeDiameter={drill} outerDiameter={pad} />
);

interface FrameProps {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** The body of a part, drawn on the board and kept free of other parts. */
export const Frame = ({ left, right, bottom, top }: FrameProps) => (
  <>
    <silkscreenpath
      strokeWidth={0.12}
      route={[
        { x: left, y: bottom },
        { x: right, y: bottom },
        { x: right, y: top },
        { x: left, y: top },
        { x: left, y: bottom },
      ]}
    />
    <courtyardrect pcbX={(left + right) / 2} pcbY={(bottom + top) / 2} width={right - left} height={top - bottom} />
  </>
);
