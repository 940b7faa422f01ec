import ts from "typescript";
import { ownNodesOf } from "./source.ts";

const returns = (node: ts.Node): boolean => ownNodesOf(node).some(ts.isReturnStatement);

const statementsOf = (node: ts.Statement | undefined): readonly ts.Statement[] =>
  node === undefined ? [] : ts.isBlock(node) ? node.statements : [node];

/** Does control never come out at the end of these? */
const alwaysReturn = (statements: readonly ts.Statement[]): boolean =>
  statements.some(
    (each) =>
      ts.isReturnStatement(each) ||
      (ts.isIfStatement(each) &&
        alwaysReturn(statementsOf(each.thenStatement)) &&
        alwaysReturn(statementsOf(each.elseStatement))),
  );

/**
 * The text of statements that do, with no `return`, what a function's body does.
 *
 * @param textOf - the text of a node, as it shall stand there
 * @param give - what becomes of the result, as a statement
 * @returns undefined where that takes more than conditions
 */
export const withoutReturns = (
  statements: readonly ts.Statement[],
  textOf: (node: ts.Node) => string,
  give: (result: string | undefined) => string,
): string | undefined => {
  const [first, ...rest] = statements;
  if (first === undefined) return give(undefined);
  if (ts.isReturnStatement(first)) return give(first.expression && textOf(first.expression));
  const after = (others: readonly ts.Statement[]): string | undefined => withoutReturns(others, textOf, give);
  if (!returns(first)) {
    const others = after(rest);
    return others === undefined ? undefined : `${textOf(first)}\n${others}`;
  }
  if (ts.isBlock(first)) return after([...first.statements, ...rest]);
  if (!ts.isIfStatement(first)) return undefined;
  const then = statementsOf(first.thenStatement);
  const otherwise = statementsOf(first.elseStatement);
  // What follows goes to the one branch that comes to it: never into both.
  if (!alwaysReturn(then) && !alwaysReturn(otherwise) && rest.length > 0) return undefined;
  const yes = after(alwaysReturn(then) ? then : [...then, ...rest]);
  const no = after(alwaysReturn(then) ? [...otherwise, ...rest] : otherwise);
  if (yes === undefined || no === undefined) return undefined;
  return `if (${textOf(first.expression)}) {${yes}}${no === "" ? "" : ` else {${no}}`}`;
};
