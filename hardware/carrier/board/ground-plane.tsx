/** The back of the board is ground, except beneath the module's antenna, which is at its end away from USB. */
export const GroundPlane = () => (
  <copperpour
    connectsTo="net.GND"
    layer="bottom"
    clearance={0.25}
    boardEdgeMargin={0.4}
    outline={[
      { x: -16.1, y: -11.1 },
      { x: -7.5, y: -11.1 },
      { x: -7.5, y: -4.5 },
      { x: 8, y: -4.5 },
      { x: 8, y: -11.1 },
      { x: 21.35, y: -11.1 },
      { x: 21.35, y: 11.1 },
      { x: -16.1, y: 11.1 },
      { x: -16.1, y: 6.1 },
      { x: -21.35, y: 6.1 },
      { x: -21.35, y: -6.1 },
      { x: -16.1, y: -6.1 },
    ]}
  />
);
