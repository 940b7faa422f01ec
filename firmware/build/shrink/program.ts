import ts from "typescript";
import { type Edit, isVariable, nodesOf, parse } from "./source.ts";

/** A function of a bundle, and where it is called; nothing else is done with it. */
export interface Callee {
  readonly name: string;
  readonly statement: ts.VariableStatement;
  readonly fn: ts.FunctionExpression;
  readonly calls: readonly ts.CallExpression[];
}

/** What must be done together or not at all. */
export type Change = readonly Edit[];

/** A bundle whose locals have names of their own, and what is known of it. */
export interface Program {
  readonly source: ts.SourceFile;
  /** By name, wherever a variable is named, declarations left out. */
  readonly uses: ReadonlyMap<string, readonly ts.Identifier[]>;
  readonly callees: readonly Callee[];
}

const usesIn = (source: ts.SourceFile): ReadonlyMap<string, readonly ts.Identifier[]> => {
  const uses = new Map<string, ts.Identifier[]>();
  for (const node of nodesOf(source)) {
    if (!isVariable(node) || ts.isParameter(node.parent)) continue;
    if (ts.isVariableDeclaration(node.parent) && node.parent.name === node) continue;
    const found = uses.get(node.text);
    if (found === undefined) uses.set(node.text, [node]);
    else found.push(node);
  }
  return uses;
};

/** The one variable that a statement declares. */
export const declaredBy = (statement: ts.Statement): ts.VariableDeclaration | undefined =>
  ts.isVariableStatement(statement) && statement.declarationList.declarations.length === 1
    ? statement.declarationList.declarations[0]
    : undefined;

const isCallOf = (node: ts.Node, callee: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && node.expression === callee;

const calleeOf = (statement: ts.Statement, uses: Program["uses"]): Callee | undefined => {
  const declaration = declaredBy(statement);
  const fn = declaration?.initializer;
  if (declaration === undefined || fn === undefined || !ts.isFunctionExpression(fn)) return undefined;
  const name = declaration.name.getText();
  const places = uses.get(name) ?? [];
  const calls = places.flatMap((place) => (isCallOf(place.parent, place) ? [place.parent] : []));
  return calls.length === places.length ? { name, statement: statement as ts.VariableStatement, fn, calls } : undefined;
};

export const read = (code: string): Program => {
  const source = parse(code);
  const uses = usesIn(source);
  const callees = source.statements.flatMap((statement) => calleeOf(statement, uses) ?? []);
  return { source, uses, callees };
};

export const usesOf = ({ uses }: Program, name: string): readonly ts.Identifier[] => uses.get(name) ?? [];
