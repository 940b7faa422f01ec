export declare const WIDTH = 720;
export declare const LEFT = 44;
export declare const RIGHT = 708;
/** Seconds to pixels. */
export type TimeScale = (tS: number) => number;
export declare const timeScale: (durationS: number) => TimeScale;
/** A line with minutes and seconds below it. */
export declare const timeAxis: (durationS: number, y: number) => string;
//# sourceMappingURL=time-axis.d.ts.map