import ts from "typescript";
import { isVariable, nodesOf, parse } from "./source.ts";
import { withUniqueLocals } from "./unique-locals.ts";

/** Is a value the same wherever in the main program it is worked out? What has a name there is not. */
const isTimeless = (value: ts.Expression | undefined, ours: ReadonlySet<string>): boolean => {
  if (value === undefined || ts.isNumericLiteral(value) || ts.isStringLiteral(value)) return true;
  if (ts.isFunctionExpression(value)) return true;
  if (ts.isPrefixUnaryExpression(value)) return isTimeless(value.operand, ours);
  if (ts.isArrayLiteralExpression(value)) return value.elements.every((each) => isTimeless(each, ours));
  if (ts.isPropertyAccessExpression(value)) return isTimeless(value.expression, ours);
  return ts.isIdentifier(value) && !ours.has(value.text);
};

const timesNamed = (source: ts.SourceFile): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const node of nodesOf(source)) if (isVariable(node)) times.set(node.text, (times.get(node.text) ?? 0) + 1);
  return times;
};

/** What is named so often has its place among the first, though its value comes later. */
const OFTEN = 2;

/**
 * Puts the variables of a minified program that are named most often first. A band's interpreter looks a name up among
 * them in the order in which they came to be: each that it passes takes it as long as half of a character read.
 */
export const namedMostFirst = (code: string): string => {
  const source = parse(code);
  const lists = source.statements.filter(ts.isVariableStatement).map((each) => each.declarationList.declarations);
  const ours = new Set(lists.flatMap((list) => list.map(({ name }) => name.getText())));
  const times = timesNamed(parse(withUniqueLocals(code)));
  const timesOf = ({ name }: ts.VariableDeclaration): number => times.get(name.getText()) ?? 0;
  const moves = (each: ts.VariableDeclaration): boolean => isTimeless(each.initializer, ours);
  const first = lists
    .flatMap((list) => list.filter((each) => moves(each) || timesOf(each) >= OFTEN))
    .sort((a, b) => timesOf(b) - timesOf(a))
    .map((each) => (moves(each) ? each : each.name).getText());
  const rest = source.statements.flatMap((statement): string[] => {
    if (!ts.isVariableStatement(statement)) return [statement.getText()];
    const staying = statement.declarationList.declarations.filter((each) => !moves(each));
    return staying.length === 0 ? [] : [`var ${staying.map((each) => each.getText()).join(",")};`];
  });
  return (first.length === 0 ? "" : `var ${first.join(",")};`) + rest.join("");
};
