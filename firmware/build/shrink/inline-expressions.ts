import ts from "typescript";
import { isEvaluatedFirst, isSettled } from "./first-evaluated.ts";
import { type Callee, type Change, type Program, usesOf } from "./program.ts";
import {
  type Edit,
  isAssignment,
  isLocal,
  isStep,
  isVariable,
  isWritten,
  minifiedLength,
  nodesOf,
  sourceName,
  substituted,
} from "./source.ts";

/** What is no longer than this may stand anywhere. */
const SHORT = 10;
/** What defining a function takes beyond its body, and calling it beyond its arguments. */
const DEFINITION = 20;
const CALL = 4;

/** Does a bundle grow by it? A little is worth it: a call takes a band as long as reading a hundred characters. */
const isWorthIt = (expression: ts.Expression, { calls, fn }: Callee): boolean => {
  const length = minifiedLength(expression.getText());
  const call = CALL + 3 * fn.parameters.length;
  return calls.length === 1 || length <= SHORT || (calls.length - 1) * length <= calls.length * call + DEFINITION;
};

const isCall = (node: ts.Node): boolean => ts.isCallExpression(node) || ts.isNewExpression(node);

const doesSomething = (argument: ts.Expression): boolean => nodesOf(argument).some(isCall);

/** The one expression that a function is. */
const onlyExpressionOf = ({ fn }: Callee): ts.Expression | undefined => {
  const [only, ...others] = fn.body.statements;
  return only !== undefined && others.length === 0 && (ts.isExpressionStatement(only) || ts.isReturnStatement(only))
    ? only.expression
    : undefined;
};

const parametersOf = ({ fn }: Callee): readonly string[] => fn.parameters.map(({ name }) => name.getText());

/** Nothing that it does could change what its arguments were worth, save to assign its whole value. */
const isPlain = (expression: ts.Expression): boolean =>
  !nodesOf(expression).some((node) => isCall(node) || (isAssignment(node) && node !== expression));

/** Can an argument be evaluated where the parameter stands? */
const canMove = (argument: ts.Expression, expression: ts.Expression, uses: readonly ts.Identifier[]): boolean => {
  const nodes = nodesOf(argument);
  if (nodes.some((node) => isAssignment(node) || ts.isFunctionExpression(node) || isStep(node))) return false;
  const [use, ...others] = uses;
  if (nodes.some(isCall))
    return isPlain(expression) && use !== undefined && others.length === 0 && isEvaluatedFirst(use, expression);
  return isPlain(expression) || nodes.every((node) => !isVariable(node) || isLocal(node));
};

const inlined = (callee: Callee, expression: ts.Expression, call: ts.CallExpression): Edit => {
  const given = new Map(parametersOf(callee).map((name, at) => [name, `(${call.arguments[at]?.getText() ?? ""})`]));
  const text = substituted(expression, given);
  return { from: call.getStart(), to: call.end, text: ts.isExpressionStatement(call.parent) ? text : `(${text})` };
};

const inlineOne = (program: Program, callee: Callee): Change | undefined => {
  const expression = onlyExpressionOf(callee);
  if (expression === undefined || callee.calls.length === 0) return undefined;
  if (nodesOf(expression).some(ts.isFunctionExpression)) return undefined;
  if (!isWorthIt(expression, callee)) return undefined;
  const uses = parametersOf(callee).map((name) => usesOf(program, name));
  if (uses.flat().some(isWritten)) return undefined;
  const fits = (call: ts.CallExpression): boolean =>
    call.arguments.length >= uses.length &&
    (ts.isReturnStatement(expression.parent) || ts.isExpressionStatement(call.parent)) &&
    call.arguments.every((argument, at) => canMove(argument, expression, uses[at] ?? [])) &&
    // One that does something is evaluated before the others, whichever it is.
    (!call.arguments.some(doesSomething) || call.arguments.every((each) => doesSomething(each) || isSettled(each))) &&
    call.arguments.filter(doesSomething).length <= 1;
  if (!callee.calls.every(fits)) return undefined;
  // A call inside another's arguments has its turn in the next round.
  const isInner = (call: ts.CallExpression): boolean =>
    callee.calls.some((other) => other !== call && other.getStart() <= call.getStart() && call.end <= other.end);
  const outer = callee.calls.filter((call) => !isInner(call));
  const changes = outer.map((call) => inlined(callee, expression, call));
  const { statement } = callee;
  return outer.length < callee.calls.length
    ? changes
    : [...changes, { from: statement.getStart(), to: statement.end, text: "" }];
};

/**
 * Puts functions that are one expression in the place of their calls: short ones anywhere, long ones that are called once.
 *
 * @param apart - names of functions that stay
 */
export const inlineExpressions = (program: Program, apart: ReadonlySet<string>): readonly Change[] =>
  program.callees.flatMap((callee) => {
    const change = apart.has(sourceName(callee.name)) ? undefined : inlineOne(program, callee);
    return change === undefined ? [] : [change];
  });
