import ts from "typescript";
import { type Callee, type Change, declaredBy, type Program, usesOf } from "./program.ts";
import { type Edit, isWritten } from "./source.ts";

/** From the start of one of several in a row to the start of the next, or from the end of the one before to its own. */
const slotOf = (nodes: readonly ts.Node[], at: number): { readonly from: number; readonly to: number } => {
  const start = nodes[at]?.getStart() ?? 0;
  const next = nodes[at + 1];
  if (next !== undefined) return { from: start, to: next.getStart() };
  return { from: nodes[at - 1]?.end ?? start, to: nodes[at]?.end ?? start };
};

const isLiteral = (node: ts.Expression): boolean =>
  ts.isNumericLiteral(node) ||
  ts.isStringLiteral(node) ||
  node.kind === ts.SyntaxKind.TrueKeyword ||
  node.kind === ts.SyntaxKind.FalseKeyword;

/** A variable of the main program that has one value for good. */
const isConstant = (program: Program, node: ts.Expression): boolean =>
  ts.isIdentifier(node) &&
  !usesOf(program, node.text).some(isWritten) &&
  program.source.statements.some((each) => {
    const declaration = declaredBy(each);
    return declaration?.initializer !== undefined && declaration.name.getText() === node.text;
  });

const bindFirst = (program: Program, { fn, calls }: Callee): Change | undefined => {
  const [call] = calls;
  if (call === undefined || calls.length !== 1) return undefined;
  for (const [at, { name }] of fn.parameters.entries()) {
    const argument = call.arguments[at];
    const uses = usesOf(program, name.getText());
    if (argument === undefined || uses.some(isWritten)) continue;
    if (!isLiteral(argument) && !isConstant(program, argument)) continue;
    const text = argument.getText();
    return [
      ...uses.map((use): Edit => ({ from: use.getStart(), to: use.end, text })),
      { ...slotOf(fn.parameters, at), text: "" },
      { ...slotOf(call.arguments, at), text: "" },
    ];
  }
  return undefined;
};

/**
 * Where a function is called in one place, what it is given there for good (a literal, a variable that never changes)
 * takes the place of its parameter.
 */
export const bindArguments = (program: Program): readonly Change[] =>
  program.callees.flatMap((callee) => {
    const change = bindFirst(program, callee);
    return change === undefined ? [] : [change];
  });
