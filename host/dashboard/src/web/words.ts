import type { Radio } from "./choose-band.ts";

/** Said wherever a board is shown. */
export const NEVER_BUILT =
  "No band of ours was built or worn yet: everything here was tried on Espruino's own interpreter and in simulation. If you are the first, go slowly, and tell us.";

export const REACH = {
  none: "This browser cannot reach bands. Chromium-based browsers can (Chrome, Edge, Opera, on computers and Android); browsers on iPad and iPhone, Safari and Firefox cannot. Virtual people, exercises and looking back work here all the same.",
  some: "Bands are reached from Chromium-based browsers on computers and Android; not from iPad, iPhone, Safari or Firefox.",
} as const;

export const RADIO: Readonly<Record<Radio, string>> = { usb: "USB", bluetooth: "Bluetooth" };

export const PRIVATE = "Everything stays in this browser: nothing is sent anywhere, and it works without a network.";

export const KEPT = "Browsers may clear what they keep when space is short: download what you want to have for good.";
