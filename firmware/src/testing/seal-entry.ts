import { frame32, frame8 } from "../frame.ts";
import { fromBase64 } from "../natives.ts";
import { sealRefusal, setGroupKey } from "../seal-check.ts";

// What a test bundles to face the check of seals with vectors: handlers that whoever runs it calls by hand. Bytes come as
// base64; a key, a band and a boot as six words of it.

USB.on("data", (text) => {
  frame8.set(fromBase64(text));
});
E.on("kill", () => {
  setGroupKey(frame32, frame32[4] as number, frame32[5] as number);
});
process.on("uncaughtException", sealRefusal);
