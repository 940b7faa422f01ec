/** Pins and bus addresses of the XIAO Sense band that only its firmware and its simulation need. */
export const xiaoSenseWiring = {
  imuPower: "D15",
  imuSda: "D17",
  imuScl: "D16",
  imuAddress: 0x6a,
  imuInterrupt: "D18",
  light: "D0",
  motorSda: "D4",
  motorScl: "D5",
  motorAddress: 0x5a,
  batteryEnable: "D14",
  batteryVoltage: "D32",
} as const;

/** The same of the band without a driver. */
export const xiaoTapWiring = { motorPwm: "D3" } as const;
