import type { BandView } from "@entrain/session";
import type { MemberReading, Score } from "../api.ts";
import { isOnRing } from "./member-words.ts";

/** A person's own score with the pulse, where there is one that chance could not give. */
export const ownScoreOf = (reading: MemberReading, band: BandView | undefined): Score | undefined =>
  isOnRing(reading, band) && reading.withPacer === true ? reading.pacerScore : undefined;
