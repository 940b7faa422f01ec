import { describe, expect, it } from "vitest";
import { parseColumns } from "../../src/score/columns-option.ts";
import { detectDelimiter } from "../../src/score/delimiter.ts";
import { columnsFromHeader, columnsFromNames } from "../../src/score/header-row.ts";
import { numberCell } from "../../src/score/number-cell.ts";

const one = (t: number, x: number, y: number, z: number) => ({ t, groups: [{ name: undefined, axes: [x, y, z] }] });

describe("columnsFromHeader", () => {
  it.each([
    ["t,x,y,z", one(0, 1, 2, 3)],
    ["z,y,x,Time (s)", one(3, 2, 1, 0)],
    ["timestamp,ax,ay,az", one(0, 1, 2, 3)],
    ["# time_s,accel_x,accel_y,accel_z", one(0, 1, 2, 3)],
    ["index,time [ms],Acc_X (m/s²),Acc_Y (m/s²),Acc_Z (m/s²)", one(1, 2, 3, 4)],
    ["seconds_elapsed,gyro_x,gyro_y,gyro_z,acceleration.x,acceleration.y,acceleration.z", one(0, 4, 5, 6)],
    [
      "time,rotationRate.x,rotationRate.y,rotationRate.z,userAcceleration.x,userAcceleration.y,userAcceleration.z",
      one(0, 4, 5, 6),
    ],
    ["time,user_acceleration_x,user_acceleration_y,user_acceleration_z,gravity_x,gravity_y,gravity_z", one(0, 1, 2, 3)],
    ["time,a_x,a_y,a_z,w_x,w_y,w_z", one(0, 1, 2, 3)],
    ["t,ax,ay,az,gx,gy,gz,mx,my,mz,wx,wy,wz", one(0, 1, 2, 3)],
  ])("%s", (header, columns) => {
    expect(columnsFromHeader(header.split(","))).toEqual(columns);
  });

  it("finds members by name", () => {
    expect(
      columnsFromHeader([
        "Frame",
        "Time",
        "RWrist X",
        "RWrist Y",
        "RWrist Z",
        "left_accel_x",
        "left_accel_y",
        "left_accel_z",
      ]),
    ).toEqual({
      t: 1,
      groups: [
        { name: "RWrist", axes: [2, 3, 4] },
        { name: "left", axes: [5, 6, 7] },
      ],
    });
  });

  it("takes letters and everyday words for names where they stand apart", () => {
    const header = "time,a X,a Y,a Z,m X,m Y,m Z,user X,user Y,user Z".split(",");
    expect(columnsFromHeader(header)?.groups.map(({ name }) => name)).toEqual(["a", "m", "user"]);
  });

  it.each(["0,1,2,3", "time,a,b,c", "x,y,z", "time,index,y,z", "time,gyro_x,gyro_y,gyro_z", ""])(
    "takes no other row: %s",
    (header) => {
      expect(columnsFromHeader(header.split(","))).toBeUndefined();
    },
  );
});

describe("--columns", () => {
  it("names several members; a name may hold a dot", () => {
    expect(parseColumns("t=1,a.b.x=2,a.b.y=3,a.b.z=4")).toEqual({ t: 1, groups: [{ name: "a.b", axes: [2, 3, 4] }] });
  });

  it("looks header names up", () => {
    const spec = parseColumns("t=when,x=1,y=up,z=3");
    expect(columnsFromNames(spec, ["when", "side", "up", "front"])).toEqual(one(0, 1, 2, 3));
    expect(columnsFromNames(spec, ["when", "side", "down", "front"])).toBeUndefined();
  });
});

describe("detectDelimiter", () => {
  it.each([
    ["comma", "1,2,3,4\n5,6,7,8\n", ","],
    ["tab", "title\nby, someone, else\n1\t2\t3\t4\n5\t6\t7\t8\n9\t1\t2\t3\n", "\t"],
    ["semicolon beside decimal commas", "0,01;0,1;0,2;0,3\n0,02;0,1;0,2;0,3\n", ";"],
    ["one semicolon beside two decimal commas", "a;b\n0,1;0,2\n0,3;0,4\n0,5", ";"],
    ["blanks", "  0.01   1  2 3\n  0.02  -1 -2 3\n", " "],
    ["comma beside a date with a blank", "2026-01-01 10:00:00,1,2,3\n2026-01-01 10:00:01,1,2,3\n", ","],
    ["nothing at all", "hello\n", ","],
  ])("%s", (_, head, delimiter) => {
    expect(detectDelimiter(head)).toBe(delimiter);
  });
});

describe("numberCell", () => {
  it.each([
    ["1", 1],
    [" -0.5 ", -0.5],
    ["1e-3", 0.001],
    [".5", 0.5],
    ["+2.", 2],
    ["", NaN],
    ["NaN", NaN],
    ["-inf", NaN],
    ["1e999", NaN],
    ["0x10", undefined],
    ["1,5", undefined],
    ["12 s", undefined],
    ["–", undefined],
  ])("%j", (text, value) => {
    expect(numberCell(text)).toBe(value);
  });
});
