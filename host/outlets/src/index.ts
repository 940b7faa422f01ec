export { OutletError, type OutletErrorCode } from "./errors.ts";
export { loadLsl, type LslLibrary } from "./lsl/library.ts";
export { openLslOutlet, type LslOpts } from "./lsl/lsl-outlet.ts";
export { parseOscAddress, type OscAddress } from "./osc/address.ts";
export { openOscOutlet } from "./osc/osc-outlet.ts";
export type { MaySend, Outlet } from "./outlet.ts";
export { sentView, type SentGroup, type SentMember, type SentState, type SentView } from "./sent-view.ts";
