import type { PersonModel } from "../model/people.ts";
import type { ReportModel } from "../model/report-model.ts";
import type { Figure } from "./figure.ts";
/** One person's own page: what they did, and their own tempo beside the pulse's. */
export declare const personFigure: ({ blocks, durationS }: ReportModel, person: PersonModel) => Figure;
//# sourceMappingURL=person.d.ts.map