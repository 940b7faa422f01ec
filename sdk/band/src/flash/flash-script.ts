import { crc32 } from "@entrain/protocol";
import type { FlashImage } from "./api.ts";
import { KEPT, markOf } from "./flash.ts";
import { HELPERS, piecesOf, putCall, STAGING } from "./storage.ts";

const text = (value: string): string => JSON.stringify(value);

const linesOf = (image: FlashImage): readonly string[] => {
  const { files, interpreterBoards, replaces, start } = image;
  const stage = text(STAGING);
  const keep =
    replaces === undefined
      ? []
      : [
          `if(entrainSize(${text(markOf(image))})==="none"&&entrainSize(${text(replaces)})!=="none")entrainCopy(${text(replaces)},${text(KEPT)})`,
        ];
  const puts = files.flatMap(({ name, bytes }) => {
    const sum = String(crc32(bytes, bytes.length));
    return [
      `require("Storage").erase(${stage})`,
      ...piecesOf(bytes).map(([at, piece]) => `if(entrainOk)entrainOk=${putCall(STAGING, at, bytes.length, piece)}>0`),
      `if(entrainOk)entrainOk=entrainSum(${stage})===${sum}&&entrainCopy(${stage},${text(name)})>0&&entrainSum(${text(name)})===${sum}`,
    ];
  });
  return [
    "reset()",
    ...HELPERS,
    `var entrainOk=${JSON.stringify(interpreterBoards)}.indexOf(process.env.BOARD)>=0;if(!entrainOk)print("expected ${interpreterBoards.join(" or ")}, found "+process.env.BOARD)`,
    ...keep.map((line) => `if(entrainOk){${line}}`),
    ...puts,
    `require("Storage").erase(${stage})`,
    `print(entrainOk?"Entrain is there":"Entrain is not there: try again");if(entrainOk)${start}`,
  ];
};

/**
 * The same upload as lines for whoever has another way to a prompt: sent as they are through any terminal, slowly enough
 * that none is lost. Every piece is checked; nothing is put in its place or started unless all of it is right.
 */
export const flashScript = (image: FlashImage): string =>
  linesOf(image)
    .map((line) => `\u0010${line}\n`)
    .join("");
