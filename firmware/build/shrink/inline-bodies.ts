import ts from "typescript";
import { isEvaluatedFirst } from "./first-evaluated.ts";
import { type Callee, type Change, declaredBy, type Program, usesOf } from "./program.ts";
import { withoutReturns } from "./returns.ts";
import { edited, isLocal, isWritten, minifiedLength, nodesOf, ownNodesOf, sourceName, substituted } from "./source.ts";

const isLoop = (node: ts.Node): boolean => ts.isIterationStatement(node, false);

/** The functions and loops around a node, from the inside. */
const around = (node: ts.Node): readonly ts.Node[] => {
  const found: ts.Node[] = [];
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent)
    if (ts.isFunctionExpression(at) || isLoop(at)) found.push(at);
  return found;
};

/** The statement that a call stands in, and what this evaluates. */
interface Place {
  readonly statement: ts.Statement;
  readonly whole: ts.Expression;
}

const placeOf = (call: ts.CallExpression): Place | undefined => {
  const statement = ts.findAncestor(call, ts.isStatement);
  if (statement === undefined) return undefined;
  const whole =
    ts.isExpressionStatement(statement) || ts.isReturnStatement(statement) || ts.isIfStatement(statement)
      ? statement.expression
      : declaredBy(statement)?.initializer;
  return whole === undefined ? undefined : { statement, whole };
};

/** What a function is given that nobody changes while it runs, by the parameters that it takes the place of. */
const lastingOf = ({ fn }: Callee, call: ts.CallExpression, program: Program): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  if (nodesOf(fn.body).some(ts.isFunctionExpression)) return found;
  for (const [at, { name }] of fn.parameters.entries()) {
    const argument = call.arguments[at];
    if (argument === undefined || !ts.isIdentifier(argument) || !isLocal(argument)) continue;
    if (!usesOf(program, name.getText()).some(isWritten)) found.set(name.getText(), argument.text);
  }
  return found;
};

/** What takes the place of the statement that a function is called in. */
const inlined = (callee: Callee, call: ts.CallExpression, place: Place, program: Program): string | undefined => {
  const { statement, whole } = place;
  const lasting = lastingOf(callee, call, program);
  const declarations = callee.fn.parameters
    .map(({ name }, at) => [name.getText(), call.arguments[at]?.getText() ?? "void 0"] as const)
    .filter(([name]) => !lasting.has(name))
    .map(([name, value]) => `var ${name} = ${value};\n`)
    .join("");
  const { statements } = callee.fn.body;
  const textOf = (node: ts.Node): string => substituted(node, lasting);
  if (whole === call && ts.isReturnStatement(statement))
    return `${declarations}${statements.map(textOf).join("\n")}\nreturn;`;
  if (whole === call && ts.isExpressionStatement(statement)) {
    const body = withoutReturns(statements, textOf, (result) => (result === undefined ? "" : `${result};`));
    return body === undefined ? undefined : declarations + body;
  }
  const result = `${callee.name}$$result`;
  const body = withoutReturns(statements, textOf, (value) => `${result} = ${value ?? "void 0"};`);
  if (body === undefined) return undefined;
  const edit = { from: call.getStart(), to: call.end, text: result };
  return `var ${result};\n${declarations}${body}\n${edited(statement.getText(), [edit], statement.getStart())}`;
};

/** Shorter than its definition and two calls. */
const SHORT = 24;

/** A condition and what then happens, short enough to stand in several places. */
const inlineShort = ({ fn, calls, statement }: Callee): Change | undefined => {
  const [only, ...others] = fn.body.statements;
  if (only === undefined || others.length > 0 || fn.parameters.length > 0 || !ts.isIfStatement(only)) return undefined;
  if (minifiedLength(only.getText()) > SHORT || nodesOf(only).some(ts.isReturnStatement)) return undefined;
  if (!calls.every(({ parent }) => ts.isExpressionStatement(parent))) return undefined;
  return [
    ...calls.map(({ parent }) => ({ from: parent.getStart(), to: parent.end, text: `{${only.getText()}}` })),
    { from: statement.getStart(), to: statement.end, text: "" },
  ];
};

const inlineOne = (callee: Callee, program: Program): Change | undefined => {
  const [call] = callee.calls;
  const { fn } = callee;
  if (call === undefined || callee.calls.length !== 1 || call.arguments.length > fn.parameters.length) return undefined;
  const place = placeOf(call);
  if (place === undefined || !isEvaluatedFirst(call, place.whole)) return undefined;
  const [innermost] = around(call);
  const hasFunctions = nodesOf(fn.body).some(ts.isFunctionExpression);
  // They would all see the variables of the last time round.
  if (hasFunctions && innermost !== undefined && isLoop(innermost)) return undefined;
  const hasLocals = fn.parameters.length > 0 || ownNodesOf(fn.body).some(ts.isVariableDeclaration);
  // In the main program they would stay for good, which is what functions inside it do to them anyhow.
  if (innermost === undefined && hasLocals && !hasFunctions) return undefined;
  const { statement } = place;
  const text = inlined(callee, call, place, program);
  if (text === undefined) return undefined;
  return [
    { from: statement.getStart(), to: statement.end, text: ts.isSourceFile(statement.parent) ? text : `{${text}}` },
    { from: callee.statement.getStart(), to: callee.statement.end, text: "" },
  ];
};

/**
 * Puts the statements of functions that are called in one place into this place.
 *
 * @param apart - names of functions that stay
 */
export const inlineBodies = (program: Program, apart: ReadonlySet<string>): readonly Change[] =>
  program.callees.flatMap((callee) => {
    const change = apart.has(sourceName(callee.name)) ? undefined : (inlineShort(callee) ?? inlineOne(callee, program));
    return change === undefined ? [] : [change];
  });
