/** What the case must know of the board, read from its circuit JSON. mm, from the middle of the board. */
export interface BoardFacts {
  readonly width: number;
  readonly height: number;
  readonly thickness: number;
  readonly outline: readonly Spot[];
  readonly module: Spot;
  readonly button: Spot;
  readonly light: Spot;
  readonly slideSwitch: Spot;
  readonly connector: Spot;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Element extends Partial<Omit<BoardFacts, "outline">> {
  readonly type: string;
  readonly name?: string;
  readonly source_component_id?: string;
  readonly center?: Spot;
  readonly outline?: readonly Spot[];
}

/** @throws Error where the file holds no such board */
export const boardFactsOf = (circuitJson: string): BoardFacts => {
  const elements = JSON.parse(circuitJson) as readonly Element[];
  const board = elements.find(({ type }) => type === "pcb_board");
  if (board?.width === undefined || board.height === undefined || board.thickness === undefined || !board.outline)
    throw new Error("Expected a pcb_board with width, height, thickness and outline in the circuit JSON, found none");
  const spot = (name: string): Spot => {
    const source = elements.find((element) => element.type === "source_component" && element.name === name);
    const placed = elements.find(
      (element) => element.type === "pcb_component" && element.source_component_id === source?.source_component_id,
    );
    if (placed?.center === undefined) throw new Error(`Expected ${name} on the board, found no such part`);
    return { x: placed.center.x, y: placed.center.y };
  };
  return {
    width: board.width,
    height: board.height,
    thickness: board.thickness,
    outline: board.outline,
    module: spot("U1"),
    button: spot("SW1"),
    light: spot("D1"),
    slideSwitch: spot("SW2"),
    connector: spot("J1"),
  };
};
