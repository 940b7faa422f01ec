import ts from "typescript";
import { type Edit, edited, nodesOf, parse } from "./source.ts";

const SHORTER: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: "==",
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: "!=",
};

/**
 * Compares with two characters where three stood. What is compared in the firmware is of one type, or undefined: the
 * compiler has seen to it, and the firmware has no `null`. Then both are the same.
 */
export const withShortEquality = (code: string): string => {
  const edits = nodesOf(parse(code)).flatMap((node): Edit[] => {
    const text = SHORTER[node.kind];
    return text === undefined ? [] : [{ from: node.getStart(), to: node.end, text }];
  });
  return edited(code, edits);
};
