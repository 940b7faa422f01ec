import ts from "typescript";
import { type Edit, edited, isVariable, nodesOf, parse } from "./source.ts";

/** What declaring a variable takes, and a name of ours. */
const DECLARATION = 2;
const NAME = 2;

/** Functions that belong to an object of the interpreter's and do not ask for it. */
const OF_OBJECTS = new Set(["Math.floor"]);

const isCalled = (node: ts.Node): boolean => ts.isCallExpression(node.parent) && node.parent.expression === node;

/**
 * Gives the interpreter's own functions that are called often a variable each, where a program becomes shorter by it. They
 * are found sooner, too: a name of its own is the last that the interpreter looks for.
 *
 * @param natives - names of functions
 */
export const withNamedNatives = (code: string, natives: ReadonlySet<string>): string => {
  const places = new Map<string, ts.Node[]>();
  for (const node of nodesOf(parse(code))) {
    const text = node.getText();
    const isNative = ts.isPropertyAccessExpression(node) ? OF_OBJECTS.has(text) : isVariable(node) && natives.has(text);
    if (isNative && isCalled(node)) places.set(text, [...(places.get(text) ?? []), node]);
  }
  const often = [...places].filter(
    ([native, calls]) => calls.length * (native.length - NAME) > native.length + NAME + DECLARATION,
  );
  const nameOf = (native: string): string => `native$$${native.replace(".", "$")}`;
  const edits = often.flatMap(([native, calls]) =>
    calls.map((call): Edit => ({ from: call.getStart(), to: call.end, text: nameOf(native) })),
  );
  return often.map(([native]) => `var ${nameOf(native)} = ${native};\n`).join("") + edited(code, edits);
};
