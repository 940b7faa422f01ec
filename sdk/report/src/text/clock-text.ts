/** Minutes and seconds: 0:00, 1:30, 1:02:05; tenths only where seconds have some. */
export const clockText = (seconds: number): string => {
  const tenths = Math.round(seconds * 10);
  const s = Math.floor(tenths / 10);
  const rest = tenths % 10 === 0 ? "" : `.${String(tenths % 10)}`;
  const two = (n: number): string => String(n).padStart(2, "0");
  const hours = Math.floor(s / 3600);
  const minutes = Math.floor(s / 60) % 60;
  return `${hours > 0 ? `${String(hours)}:${two(minutes)}` : String(minutes)}:${two(s % 60)}${rest}`;
};
