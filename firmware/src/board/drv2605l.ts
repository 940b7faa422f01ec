/**
 * TI DRV2605L, data sheet SLOS854: real-time playback of a strength for a linear resonant actuator. Handed its bus. While
 * EN is low the chip is in shutdown and drives nothing, whatever its registers say; they keep their values.
 */

const MODE = 0x01;
const RTP_INPUT = 0x02;
const FEEDBACK = 0x1a;
const REAL_TIME_PLAYBACK = 5;

export const startDrv2605l = (bus: I2C, address: number): void => {
  bus.writeTo(address, [RTP_INPUT, 0]); // first, since a reset of ours is none of the chip's
  bus.writeTo(address, [FEEDBACK, 0xb6]); // an LRA, closed loop
  bus.writeTo(address, [MODE, REAL_TIME_PLAYBACK]);
};

/** @param strength - 0 to 255; the register is signed, its upper half would brake */
export const setDrive = (bus: I2C, address: number, strength: number): void => {
  bus.writeTo(address, [RTP_INPUT, strength >> 1]);
};
