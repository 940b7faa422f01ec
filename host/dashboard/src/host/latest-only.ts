/**
 * Sends values one after another; while one is under way only the newest of those that come is kept. So quick presses
 * of + never overtake each other.
 *
 * @param send must not reject
 */
export const latestOnly = <T>(send: (value: T) => Promise<void>): ((value: T) => void) => {
  let waiting: { readonly value: T } | undefined;
  let busy = false;
  const run = async (): Promise<void> => {
    busy = true;
    while (waiting !== undefined) {
      const { value } = waiting;
      waiting = undefined;
      await send(value);
    }
    busy = false;
  };
  return (value) => {
    waiting = { value };
    if (!busy) void run();
  };
};
