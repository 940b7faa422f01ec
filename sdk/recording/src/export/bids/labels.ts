/** BIDS labels hold letters and digits alone. Two that become alike get their number behind them. */
export const bidsLabels = (texts: readonly string[]): readonly string[] => {
  const plain = texts.map((text, k) => bidsLabel(text, String(k + 1)));
  return plain.map((label, k) =>
    plain.some((other, i) => i !== k && other.toLowerCase() === label.toLowerCase())
      ? `${label}x${String(k + 1)}`
      : label,
  );
};

/** @param otherwise - where nothing of the text is left */
export const bidsLabel = (text: string, otherwise: string): string =>
  text
    .normalize("NFD")
    .replace(/[^A-Za-z0-9]+/g, "")
    .slice(0, 40) || otherwise;
