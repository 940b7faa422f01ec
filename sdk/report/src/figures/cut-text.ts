/** About the width of a letter at 12 px. */
const LETTER_PX = 6.4;

/** Text cut to about as much as fits into so many pixels; nothing where not even three letters do. */
export const cutToWidth = (text: string, widthPx: number): string => {
  const letters = Array.from(text);
  const room = Math.floor(widthPx / LETTER_PX);
  if (letters.length <= room) return text;
  return room < 4
    ? ""
    : `${letters
        .slice(0, room - 1)
        .join("")
        .trimEnd()}…`;
};
