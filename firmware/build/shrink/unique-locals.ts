import ts from "typescript";
import { type Edit, edited, isVariable, localName, nodesOf, ownNodesOf, parse } from "./source.ts";

const localsOf = (fn: ts.FunctionExpression): readonly string[] => [
  ...fn.parameters.map(({ name }) => name.getText()),
  ...ownNodesOf(fn.body).flatMap((node) => (ts.isVariableDeclaration(node) ? [node.name.getText()] : [])),
];

/** Gives every variable of every function a name that nothing else in a text has: code may then be moved anywhere. */
export const withUniqueLocals = (code: string): string => {
  const source = parse(code);
  const renamed = new Map<ts.Node, ReadonlyMap<string, string>>();
  let count = 0;
  for (const node of nodesOf(source))
    if (ts.isFunctionExpression(node))
      renamed.set(node, new Map(localsOf(node).map((name) => [name, localName(name, count++)])));
  const nameFor = (name: ts.Identifier): string | undefined => {
    for (let at: ts.Node | undefined = name.parent; at !== undefined; at = at.parent as ts.Node | undefined) {
      const found = renamed.get(at)?.get(name.text);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const edits = nodesOf(source).flatMap((node): Edit[] => {
    const text = isVariable(node) ? nameFor(node) : undefined;
    return text === undefined ? [] : [{ from: node.getStart(), to: node.end, text }];
  });
  return edited(code, edits);
};
