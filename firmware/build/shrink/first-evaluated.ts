import ts from "typescript";
import { isAssignment, isLocal, isVariable } from "./source.ts";

/** Its value is the same a little later. */
export const isSettled = (node: ts.Node): boolean =>
  ts.isNumericLiteral(node) || ts.isStringLiteral(node) || (isVariable(node) && isLocal(node));

const isShortCut = ({ operatorToken: { kind } }: ts.BinaryExpression): boolean =>
  kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;

const isGivenTo = (parent: ts.BinaryExpression): boolean =>
  isAssignment(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isIdentifier(parent.left);

const isNext = (node: ts.Node, parent: ts.Node): boolean => {
  if (ts.isParenthesizedExpression(parent) || ts.isPrefixUnaryExpression(parent)) return true;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  if (ts.isBinaryExpression(parent))
    return parent.left === node || isGivenTo(parent) || (!isShortCut(parent) && isSettled(parent.left));
  if (!ts.isCallExpression(parent) || !ts.isIdentifier(parent.expression)) return false;
  const at = parent.arguments.findIndex((argument) => argument === node);
  return at >= 0 && parent.arguments.slice(0, at).every(isSettled);
};

/** Is nothing else done before a part of an expression is evaluated that could make a difference to it? */
export const isEvaluatedFirst = (node: ts.Node, whole: ts.Node): boolean =>
  node === whole || (isNext(node, node.parent) && isEvaluatedFirst(node.parent, whole));
