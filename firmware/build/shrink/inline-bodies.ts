import ts from "typescript";
import { isEvaluatedFirst } from "./first-evaluated.ts";
import { type Callee, type Change, declaredBy, type Program } from "./program.ts";
import { withoutReturns } from "./returns.ts";
import { edited, nodesOf, ownNodesOf } from "./source.ts";

const isLoop = (node: ts.Node): boolean => ts.isIterationStatement(node, false);

/** The functions and loops around a node, from the inside. */
const around = (node: ts.Node): readonly ts.Node[] => {
  const found: ts.Node[] = [];
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent)
    if (ts.isFunctionExpression(at) || isLoop(at)) found.push(at);
  return found;
};

/** The statement that a call stands in, and what this evaluates. */
const placeOf = (call: ts.CallExpression): { statement: ts.Statement; whole: ts.Expression } | undefined => {
  const statement = ts.findAncestor(call, ts.isStatement);
  if (statement === undefined) return undefined;
  const whole =
    ts.isExpressionStatement(statement) || ts.isReturnStatement(statement) || ts.isIfStatement(statement)
      ? statement.expression
      : declaredBy(statement)?.initializer;
  return whole === undefined ? undefined : { statement, whole };
};

const declarationsOf = ({ fn }: Callee, call: ts.CallExpression): string =>
  fn.parameters
    .map(({ name }, at) => `var ${name.getText()} = ${call.arguments[at]?.getText() ?? "void 0"};\n`)
    .join("");

/** What takes the place of the statement that a function is called in. */
const inlined = (callee: Callee, call: ts.CallExpression, statement: ts.Statement, whole: ts.Expression) => {
  const declarations = declarationsOf(callee, call);
  const { statements } = callee.fn.body;
  if (whole === call && ts.isReturnStatement(statement))
    return `${declarations}${statements.map((each) => each.getText()).join("\n")}\nreturn;`;
  if (whole === call && ts.isExpressionStatement(statement)) {
    const body = withoutReturns(statements, (result) => (result === undefined ? "" : `${result};`));
    return body === undefined ? undefined : declarations + body;
  }
  const result = `${callee.name}$$result`;
  const body = withoutReturns(statements, (value) => `${result} = ${value ?? "void 0"};`);
  if (body === undefined) return undefined;
  const edit = { from: call.getStart(), to: call.end, text: result };
  return `var ${result};\n${declarations}${body}\n${edited(statement.getText(), [edit], statement.getStart())}`;
};

const inlineOne = (callee: Callee): Change | undefined => {
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
  const text = inlined(callee, call, statement, place.whole);
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
export const inlineBodies = ({ callees }: Program, apart: ReadonlySet<string>): readonly Change[] =>
  callees.flatMap((callee) => {
    const change = apart.has(callee.name) ? undefined : inlineOne(callee);
    return change === undefined ? [] : [change];
  });
