import { readFileSync } from "node:fs";
import { xiaoSense, xiaoSenseWiring } from "@entrain/boards";
import { describe, expect, it } from "vitest";
import { NETS } from "../src/nets.ts";
import { XIAO_PADS } from "../src/xiao-pads.ts";
import { ofType, readCircuit } from "./copper/circuit.ts";

const circuit = readCircuit();

const netOf = (pin: string): string | undefined =>
  Object.entries<readonly string[]>(NETS).find(([, pins]) => pins.includes(pin))?.[0];

const part = (name: string) => ofType(circuit, "source_component").find((component) => component.name === name);

/** The net at the other end of a part with two pins. */
const beyond = (name: string, net: string | undefined): string | undefined =>
  [`${name}.1`, `${name}.2`].map(netOf).find((other) => other !== net);

const FIRMWARE = ["xiao.ts", "xiao-sense.ts", "xiao-imu.ts", "xiao-sense-imu.ts"].map((file) =>
  readFileSync(new URL(`../../../firmware/src/board/${file}`, import.meta.url), "utf8"),
);

describe("what the firmware expects", () => {
  it("of every pin that it names: on the carrier, or within the module", () => {
    const named = new Set(FIRMWARE.flatMap((text) => [...text.matchAll(/\bD\d+\b/g)].map(([pin]) => pin)));
    const within = Object.values<string | number>(xiaoSenseWiring).filter(
      (pin) => typeof pin === "string" && !XIAO_PADS.includes(pin as never),
    );
    const outside = [...named].filter((pin) => !within.includes(pin) && pin !== "D13").sort();
    expect(outside).toEqual(["D0", "D1", "D2", "D4", "D5"]);
    for (const pin of outside) expect(netOf(`U1.${pin}`), pin).toBeDefined();
  });

  it("of the driver: its bus on the pins of the board's data, its EN on the pin that switches off, low by itself", () => {
    expect(netOf(`U1.${xiaoSenseWiring.motorSda}`)).toBe(netOf("U2.SDA"));
    expect(netOf(`U1.${xiaoSenseWiring.motorScl}`)).toBe(netOf("U2.SCL"));
    const enable = netOf(`U1.${xiaoSense.motor.offPin}`);
    expect(enable).toBe(netOf("U2.EN"));
    expect(NETS[enable as "MOTOR_EN"]).toEqual(["U1.D2", "U2.EN", "R3.1", "TP5.1"]); // nobody else may raise it
    expect(beyond("R3", enable)).toBe("GND");
    // A leaking pin (nRF52840: 1 µA at most) lifts it by far less than the 0.5 V that is low for sure (SLOS854).
    expect((part("R3")?.resistance ?? Infinity) * 1e-6).toBeLessThan(0.25);
  });

  it("of the button: high when pressed, at boot Espruino's way back to the prompt", () => {
    expect(xiaoSense.button.activeHigh).toBe(true);
    const button = netOf(`U1.${xiaoSense.button.pin}`);
    expect(button).toBe(netOf("SW1.B"));
    expect(netOf("SW1.A")).toBe("V3V3");
    expect(beyond("R5", button)).toBe("GND");
    expect(xiaoSense.button.pin).toBe("D1"); // BTN1 of XIAOBLE.py
  });

  it("of the light", () => {
    expect(netOf(`U1.${xiaoSenseWiring.light}`)).toBe(netOf("R4.1"));
    expect(netOf("R4.2")).toBe(netOf("D1.anode"));
    expect(netOf("D1.cathode")).toBe("GND");
  });
});

describe("what the data sheets expect", () => {
  it("pull-ups: within the driver's range, quick enough for 400 kHz, weak enough for a pin", () => {
    const BUS_FARADS = 60e-12; // three pins of 10 pF, test points and 40 mm of copper
    for (const [name, net] of [
      ["R1", "SDA"],
      ["R2", "SCL"],
    ] as const) {
      const ohms = part(name)?.resistance ?? NaN;
      expect(netOf(`${name}.2`)).toBe(net);
      expect(netOf(`${name}.1`)).toBe("V3V3");
      expect(ohms).toBeGreaterThanOrEqual(660);
      expect(ohms).toBeLessThanOrEqual(4_700);
      expect(0.8473 * ohms * BUS_FARADS).toBeLessThan(300e-9); // UM10204: rise from 30 to 70 %
      expect(3.3 / ohms).toBeLessThan(3e-3); // UM10204: sink current
    }
  });

  it("decoupling: 1 µF and 0.1 µF at VDD, 1 µF at REG and nothing else on it", () => {
    expect([part("C1")?.capacitance, part("C2")?.capacitance, part("C3")?.capacitance]).toEqual([1e-6, 1e-7, 1e-6]);
    expect(NETS.REG).toEqual(["U2.REG", "C3.1"]);
    expect([beyond("C1", "V3V3"), beyond("C2", "V3V3"), beyond("C3", "REG")]).toEqual(["GND", "GND", "GND"]);
  });

  it("the trigger input that nothing drives is grounded", () => {
    expect(netOf("U2.IN_TRIG")).toBe("GND");
  });

  it("a cell the wrong way round is shut out: drain to the cell, gate to ground, source to the module", () => {
    expect([netOf("Q1.D"), netOf("Q1.G"), netOf("Q1.S")]).toEqual(["CELL_ON", "GND", netOf("U1.BAT")]);
    expect(netOf("J1.minus")).toBe("GND");
  });
});
