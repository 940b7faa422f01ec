/** The path of a Chromium, or of a Chrome; undefined where there is none. */
export declare const findChromium: () => string | undefined;
