/** Stands in every reading and stored score: the same estimator gives the same numbers from the same recording. */
export const ESTIMATOR_VERSION = "entrain-synchrony/5";
