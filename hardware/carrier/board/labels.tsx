const SIZE = 0.7;

/** What is printed beside a part, where an iron can be held without hiding it. */
const LABELS: readonly (readonly [text: string, x: number, y: number])[] = [
  ["R1", -12, -9.15],
  ["R2", -12, -6.85],
  ["C1", -14.6, -7],
  ["C2", -16.3, -4.6],
  ["C3", -12.2, -4.75],
  ["R3", -12.9, 5.8],
  ["R4", -11, 9.8],
  ["D1 +", -14, 9.8],
  ["U2", -14, 1.7],
  ["MOTOR", -18.9, 3.2],
  ["R5", 15.4, 9.8],
  ["Q1", 20.2, 10.8],
  ["BUTTON", 16, 4.5],
  ["CELL", 16, -3.4],
  ["ON", 20.6, -9.6],
  ["OFF", 10.6, -9.6],
  ["3V3", -15.3, -8.9],
  ["GND", -18.2, -5.4],
  ["SDA", -6.3, -10.7],
  ["SCL", -12, -5.7],
  ["EN", -12.9, 6.9],
  ["BAT", 10.8, 8.2],
  ["XIAO", 0.25, -0.5],
  ["USB", 0.25, 9.5],
];

const Text = ({ text, x, y, size }: { text: string; x: number; y: number; size: number }) => (
  <silkscreentext text={text} pcbX={x} pcbY={y} fontSize={size} anchorAlignment="center" />
);

export const Labels = () => (
  <>
    {LABELS.map(([text, x, y]) => (
      <Text key={text} text={text} x={x} y={y} size={SIZE} />
    ))}
    <silkscreentext text="Entrain carrier 1" layer="bottom" pcbX={0} pcbY={-6.5} fontSize={1.2} />
    <silkscreentext text="never built on a bench yet" layer="bottom" pcbX={0} pcbY={-8.5} fontSize={0.9} />
  </>
);
