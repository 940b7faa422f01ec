import { sessionMicros } from "@entrain/protocol";
import type { Scheduler } from "@entrain/time";
import type { LaneStatistics } from "./api.ts";
import { createByteQueue } from "./byte-queue.ts";
import type { Damage } from "./faults.ts";

/** One direction of a link: bytes wait, are taken packet by packet, are under way, and arrive in order. */
export interface Lane {
  /** Bytes arrive through this. */
  deliver: ((bytes: Uint8Array) => void) | undefined;
  accept(bytes: Uint8Array): void;
  /** Bytes that no packet has taken yet. */
  readonly waitingBytes: number;
  /** Sends the next packet, of `most` bytes at most, to arrive at `tDueMicros` or after the one before it. */
  send(most: number, tDueMicros: number): void;
  /** When the last packet sent is due; -Infinity before the first. */
  readonly tLastDueMicros: number;
  /** The radio missed a packet. */
  countRetransmission(): void;
  /** The far end stops, or again begins, to take what arrives. */
  setPaused(paused: boolean): void;
  /** Drops everything waiting or under way, and counts it. */
  clear(): void;
  /** Counts bytes that a closed link did not accept. */
  refuse(byteCount: number): void;
  /** Accepted and not yet taken by the far end. */
  readonly pendingBytes: number;
  readonly statistics: LaneStatistics;
}

interface Packet {
  /** Undefined for a packet that is lost on the way. */
  readonly bytes: Uint8Array | undefined;
  readonly sentBytes: number;
  readonly corruptedBytes: number;
}

/** A lane on a scheduler's time. */
export const createLane = (scheduler: Scheduler, damage: Damage): Lane => {
  const waiting = createByteQueue();
  const underWay: Packet[] = [];
  let arrivedPackets = 0;
  let pendingBytes = 0;
  let tLastDueMicros = -Infinity;
  let isPaused = false;
  let isHandingOver = false;
  /** Arrivals scheduled before the lane was cleared belong to an earlier life. */
  let life = 0;
  const statistics = {
    writtenBytes: 0,
    deliveredBytes: 0,
    lostBytes: 0,
    droppedBytes: 0,
    insertedBytes: 0,
    corruptedBytes: 0,
    deliveredPackets: 0,
    retransmissions: 0,
  };

  const handOver = ({ bytes, sentBytes, corruptedBytes }: Packet): void => {
    pendingBytes -= sentBytes;
    if (bytes === undefined) {
      statistics.lostBytes += sentBytes;
      return;
    }
    statistics.deliveredBytes += bytes.length;
    statistics.insertedBytes += bytes.length - sentBytes;
    statistics.corruptedBytes += corruptedBytes;
    statistics.deliveredPackets++;
    lane.deliver?.(bytes);
  };
  const handOverArrived = (): void => {
    // A callback may pause or clear the lane, or lead back here: order is kept by letting the outer loop go on.
    if (isHandingOver) return;
    isHandingOver = true;
    try {
      while (arrivedPackets > 0 && !isPaused) {
        arrivedPackets--;
        const packet = underWay.shift();
        if (packet !== undefined) handOver(packet);
      }
    } finally {
      isHandingOver = false;
    }
  };

  const lane: Lane = {
    deliver: undefined,
    accept(bytes) {
      waiting.push(bytes);
      pendingBytes += bytes.length;
      statistics.writtenBytes += bytes.length;
    },
    get waitingBytes() {
      return waiting.length;
    },
    send(most, tDueMicros) {
      const packet = waiting.take(most);
      if (packet.length === 0) return;
      const arriving = damage(packet);
      underWay.push({
        bytes: arriving?.bytes,
        sentBytes: packet.length,
        corruptedBytes: arriving?.corruptedBytes ?? 0,
      });
      tLastDueMicros = Math.max(tLastDueMicros, tDueMicros);
      const lifeAtSending = life;
      scheduler.at(sessionMicros(tLastDueMicros), () => {
        if (life !== lifeAtSending) return;
        arrivedPackets++;
        handOverArrived();
      });
    },
    get tLastDueMicros() {
      return tLastDueMicros;
    },
    countRetransmission() {
      statistics.retransmissions++;
    },
    setPaused(paused) {
      isPaused = paused;
      // Never call back before returning: what arrived meanwhile follows at once, but on the scheduler.
      if (!paused) scheduler.at(scheduler.nowMicros(), handOverArrived);
    },
    clear() {
      life++;
      statistics.droppedBytes += pendingBytes;
      pendingBytes = 0;
      arrivedPackets = 0;
      underWay.length = 0;
      waiting.clear();
      tLastDueMicros = -Infinity;
    },
    refuse(byteCount) {
      statistics.writtenBytes += byteCount;
      statistics.droppedBytes += byteCount;
    },
    get pendingBytes() {
      return pendingBytes;
    },
    statistics,
  };
  return lane;
};
