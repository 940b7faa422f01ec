import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Host } from "../host/use-host.ts";
import { BeatSound } from "./beat-sound.ts";
import { BeatTimes } from "./beat-times.ts";
import { mayFlash } from "./thin-flashes.ts";

const LOOK_EVERY_MS = 40;
const AHEAD_MS = 220;

export interface BeatAids {
  readonly sounds: boolean;
  readonly lights: boolean;
  readonly turn: (aid: "sounds" | "lights") => void;
  /** Nothing more is heard or lit until something begins to play anew. */
  readonly silence: () => void;
  /** What lights up. */
  readonly lamp: { current: HTMLDivElement | null };
}

/** Sound and light of this computer, in time with the bands. @param byDefault - whether they are on before anybody says */
export const useBeatAids = (newest: Host["newest"], byDefault: boolean): BeatAids => {
  const [chosen, setChosen] = useState<{ readonly sounds?: boolean; readonly lights?: boolean }>({});
  const sounds = chosen.sounds ?? byDefault;
  const lights = chosen.lights ?? byDefault;
  const lamp = useRef<HTMLDivElement>(null);
  const sound = useRef(new BeatSound());
  const hushed = useRef(false);

  const silence = useCallback(() => {
    hushed.current = true;
    sound.current.silence();
    for (const animation of lamp.current?.getAnimations() ?? []) animation.cancel();
  }, []);
  const turn = useCallback(
    (aid: "sounds" | "lights") => {
      sound.current.silence();
      setChosen((before) => ({ ...before, [aid]: !(aid === "sounds" ? sounds : lights) }));
    },
    [sounds, lights],
  );

  useEffect(() => {
    if (!sounds) return undefined;
    const player = sound.current;
    const wake = (): void => {
      player.wake();
    };
    addEventListener("pointerdown", wake);
    addEventListener("keydown", wake);
    return () => {
      removeEventListener("pointerdown", wake);
      removeEventListener("keydown", wake);
      player.silence();
    };
  }, [sounds]);

  useEffect(() => {
    if (!sounds && !lights) return undefined;
    const times = new BeatTimes();
    let doneMs = performance.now();
    let flashedMs = -Infinity;
    let taken: unknown;
    const flash = (inMs: number): void => {
      lamp.current?.animate([{ opacity: 0.9 }, { opacity: 0 }], { delay: inMs, duration: 260, easing: "ease-out" });
    };
    const timer = setInterval(() => {
      const arrival = newest.current;
      if (arrival !== undefined && arrival !== taken) {
        taken = arrival;
        times.take(arrival.view, arrival.atMs);
        if (!arrival.view.playing) {
          if (!hushed.current) sound.current.silence();
          hushed.current = false;
        }
      }
      const nowMs = performance.now();
      const toMs = nowMs + AHEAD_MS;
      const coming = hushed.current ? [] : times.between(Math.max(doneMs, nowMs), toMs);
      for (const { atMs, isFirstOfBar } of coming) {
        if (sounds) sound.current.beat(atMs - nowMs, isFirstOfBar);
        if (!lights || !mayFlash(atMs, flashedMs)) continue;
        flashedMs = atMs;
        flash(atMs - nowMs);
      }
      doneMs = toMs;
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [sounds, lights, newest]);

  useEffect(() => {
    const player = sound.current;
    return () => {
      player.close();
    };
  }, []);
  return { sounds, lights, turn, silence, lamp };
};
