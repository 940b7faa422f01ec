/** A band that is spoken to over its own link alone. */

export const HAS_AIR = false;
export const isOnAir = false;
export const takeAirSums = (_sumX: number, _sumY: number, _sumZ: number, _tMicros: number): void => undefined;
export const takeAirBlanks = (_many: number, _tMicros: number): void => undefined;
export const noteAirWearer = (_action: number, _tMicros: number): void => undefined;
export const startAir = (): void => undefined;
