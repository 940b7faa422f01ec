export { decrypterFor, encrypterFor, type KeyPair, type Lock, lockOfUnlock, newKeyPair, type Unlock } from "./keys.ts";
export { openSealed, type Sealing, sealingOf } from "./open-sealed.ts";
export { createSealingSink, type SealingSink } from "./sealing-sink.ts";
