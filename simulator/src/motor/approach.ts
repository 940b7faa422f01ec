/** Changes remembered for looking back: some seconds of a pulse train. */
const REMEMBERED_PIECES = 64;

interface Piece {
  readonly tStartMicros: number;
  readonly from: number;
  readonly target: number;
  readonly tauMicros: number;
  /** Integral of the value over seconds up to the start. */
  readonly integralS: number;
}

/** A value that goes exponentially towards a target which changes now and then: a first-order lag in closed form. */
export interface Approach {
  /** From `tMicros` on, goes towards `target`. What was aimed at from that time or later on is forgotten. */
  aim(tMicros: number, target: number, tauMicros: number): void;
  at(tMicros: number): number;
  /** Integral of the value over time, in units times seconds, from the first change on. */
  integralS(tMicros: number): number;
  /** When the value, on its present way, rises through `threshold`; undefined where it does not. */
  risesThroughMicros(threshold: number): number | undefined;
}

const valueOf = (piece: Piece, tMicros: number): number => {
  const since = Math.max(0, tMicros - piece.tStartMicros);
  return piece.target + (piece.from - piece.target) * Math.exp(-since / piece.tauMicros);
};

const integralOf = (piece: Piece, tMicros: number): number => {
  const since = Math.max(0, tMicros - piece.tStartMicros);
  const lagged = (piece.from - piece.target) * piece.tauMicros * (1 - Math.exp(-since / piece.tauMicros));
  return piece.integralS + (piece.target * since + lagged) / 1e6;
};

/** An approach that rests at 0. */
export const createApproach = (): Approach => {
  const first: Piece = { tStartMicros: -Infinity, from: 0, target: 0, tauMicros: Infinity, integralS: 0 };
  let last = first;
  const pieces: Piece[] = [];

  const pieceAt = (tMicros: number): Piece => {
    for (let i = pieces.length - 1; i >= 0; i--) {
      const piece = pieces[i];
      if (piece !== undefined && piece.tStartMicros <= tMicros) return piece;
    }
    return first;
  };
  const at = (tMicros: number): number => {
    const piece = pieceAt(tMicros);
    return piece === first ? 0 : valueOf(piece, tMicros);
  };
  const integralS = (tMicros: number): number => {
    const piece = pieceAt(tMicros);
    return piece === first ? 0 : integralOf(piece, tMicros);
  };

  return {
    aim(tMicros, target, tauMicros) {
      while ((pieces.at(-1)?.tStartMicros ?? -Infinity) >= tMicros) pieces.pop();
      last = { tStartMicros: tMicros, from: at(tMicros), target, tauMicros, integralS: integralS(tMicros) };
      pieces.push(last);
      if (pieces.length > REMEMBERED_PIECES) pieces.shift();
    },
    at,
    integralS,
    risesThroughMicros(threshold) {
      if (last.from >= threshold || last.target <= threshold) return undefined;
      const lags = Math.log((last.target - last.from) / (last.target - threshold));
      return last.tStartMicros + last.tauMicros * lags;
    },
  };
};
