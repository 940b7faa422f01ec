import fc from "fast-check";
import { type Message } from "../src/index.ts";
/** Every message that the table allows. */
export declare const anyMessage: fc.Arbitrary<Message>;
//# sourceMappingURL=arbitrary.d.ts.map