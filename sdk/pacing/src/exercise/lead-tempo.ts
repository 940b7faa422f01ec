/**
 * Tempo from live readings: the group's own (`attune`), or from there towards a target as fast as the group stays with
 * it (`lead`). `settings` are the controller's, by name.
 */
export type LeadTempo =
  | {
      readonly source: "attune";
      /** Until the group's own tempo is known. */
      readonly bpm: number;
      readonly settings?: Readonly<Record<string, number>>;
    }
  | {
      readonly source: "lead";
      /** To begin with; default: the tempo of the step before. */
      readonly bpm?: number;
      /** Beats a minute to arrive at; or `changePercent` of the tempo to begin with. */
      readonly targetBpm?: number;
      readonly changePercent?: number;
      readonly settings?: Readonly<Record<string, number>>;
    };
