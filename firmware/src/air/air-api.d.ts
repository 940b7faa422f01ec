/** What `#air` stands for: a band that can hear a bridge, or one that cannot. */
export interface AirApi {
  readonly HAS_AIR: boolean;
  /** A bridge is heard, and nobody speaks over a link of the band's own: the board sums up its readings by threes. */
  readonly isOnAir: boolean;
  /** Three readings summed up, in the board's `AIR_UNIT_G`. @param tMicros - of the middle one, band clock */
  readonly takeAirSums: (sumX: number, sumY: number, sumZ: number, tMicros: number) => void;
  /** So many times three readings of which nothing could be made, the last at a time. */
  readonly takeAirBlanks: (many: number, tMicros: number) => void;
  /** Tells what the wearer did, until the wearer does something else. */
  readonly noteAirWearer: (action: number, tMicros: number) => void;
  readonly startAir: () => void;
}
