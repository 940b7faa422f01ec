/** An advert as it is on the air: its bytes, without the radio's own head. */
export interface AirPacket {
  readonly bytes: Uint8Array;
  readonly channel: number;
  readonly tStartMicros: number;
  readonly tEndMicros: number;
  readonly from: SimRadio;
}

/** What a room does to the packets between two radios. */
export interface Passage {
  /** Share of packets that never arrive, whatever else is on the air, [0, 1]. */
  readonly loss: number;
  /** Whether it is heard loudly enough to spoil what else is heard. */
  readonly disturbs: boolean;
}

/** One radio: advertises and listens by turns, as a Bluetooth controller does. */
export interface SimRadio {
  readonly name: string;
  /** Sends these bytes, at once and then at each interval, until others are set. */
  advertise(bytes: Uint8Array, intervalMicros: number): void;
  stopAdvertising(): void;
  /** Listens for a window of each interval, on the three channels in turn. */
  listen(windowMicros: number, intervalMicros: number, onHeard: (bytes: Uint8Array) => void): void;
  stopListening(): void;
}

export interface RadioStatistics {
  /** Packets sent: three an advert, one on each channel. */
  readonly packets: number;
  /** So many times a radio that listened on the right channel … */
  readonly chances: number;
  readonly heard: number;
  readonly collided: number;
  /** … heard nothing for a body or a wall in between. */
  readonly lost: number;
}
