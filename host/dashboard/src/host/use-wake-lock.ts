import { useEffect } from "preact/hooks";

/** Keeps the screen on while something plays; a browser gives that up whenever the page is out of sight. */
export const useWakeLock = (isWanted: boolean): void => {
  useEffect(() => {
    if (!isWanted || !("wakeLock" in navigator)) return undefined;
    let lock: WakeLockSentinel | undefined;
    let over = false;
    const isOver = (): boolean => over;
    const take = async (): Promise<void> => {
      if (document.visibilityState !== "visible" || isOver()) return;
      try {
        lock = await navigator.wakeLock.request("screen");
        if (isOver()) await lock.release();
      } catch {
        // A battery that is low, or a browser that does not let it: the screen dims as it would.
      }
    };
    const onVisible = (): void => void take();
    document.addEventListener("visibilitychange", onVisible);
    void take();
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", onVisible);
      void lock?.release();
    };
  }, [isWanted]);
};
