import ts from "typescript";
import { type Edit, edited, isVariable, nodesOf, ownNodesOf, parse } from "./source.ts";

type Scope = ts.SourceFile | ts.FunctionExpression;

/** A variable of a program: where it is declared, every place that names it, and every scope that these lie in. */
interface Variable {
  readonly scope: Scope;
  readonly places: ts.Identifier[];
  readonly reach: Set<Scope>;
}

const isScope = (node: ts.Node): node is Scope => ts.isSourceFile(node) || ts.isFunctionExpression(node);

/** The scopes around a node, from the inside. */
const scopesAround = (node: ts.Node): readonly Scope[] => {
  const found: Scope[] = [];
  for (let at: ts.Node | undefined = node.parent; at !== undefined; at = at.parent as ts.Node | undefined)
    if (isScope(at)) found.push(at);
  return found;
};

const declaredIn = (scope: Scope): readonly string[] => [
  ...(ts.isSourceFile(scope) ? [] : scope.parameters.map(({ name }) => name.getText())),
  ...ownNodesOf(scope).flatMap((node) =>
    ts.isVariableDeclaration(node) && !ts.isCatchClause(node.parent) ? [node.name.getText()] : [],
  ),
];

/** @returns the variables, and the names that are none of the program's */
const variablesOf = (
  source: ts.SourceFile,
): { readonly variables: readonly Variable[]; readonly taken: Set<string> } => {
  const nodes = nodesOf(source);
  const byScope = new Map<Scope, Map<string, Variable>>(
    nodes
      .filter(isScope)
      .map((scope) => [
        scope,
        new Map(declaredIn(scope).map((name) => [name, { scope, places: [], reach: new Set([scope]) }])),
      ]),
  );
  const taken = new Set<string>();
  for (const node of nodes) {
    if (!isVariable(node)) continue;
    const scopes = scopesAround(node);
    const at = scopes.findIndex((scope) => byScope.get(scope)?.has(node.text));
    const variable = at < 0 ? undefined : byScope.get(scopes[at] as Scope)?.get(node.text);
    if (variable === undefined) taken.add(node.text);
    else {
      variable.places.push(node);
      for (const scope of scopes.slice(0, at)) variable.reach.add(scope);
    }
  }
  return { variables: [...byScope.values()].flatMap((each) => [...each.values()]), taken };
};

const FIRST = Array.from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$");
const LATER = [...FIRST, ...Array.from("0123456789")];
/** The language's own. */
const WORDS = ["do", "if", "in"];

/** Names of one character, then of two. */
const NAMES: readonly string[] = [
  ...FIRST,
  ...FIRST.flatMap((first) => LATER.map((next) => first + next)).filter((name) => !WORDS.includes(name)),
];

const meet = (a: Variable, b: Variable): boolean => a.reach.has(b.scope) || b.reach.has(a.scope);

/**
 * Names the variables of a minified program anew: those that are named most often get the shortest names, wherever they
 * are declared. (A minifier hands names out in the order of the text, so that a function's own, named twice, are shorter
 * than what half of the program names.)
 */
export const namedShort = (code: string): string => {
  const { variables, taken } = variablesOf(parse(code));
  const named: { readonly variable: Variable; readonly name: string }[] = [];
  for (const variable of [...variables].sort((a, b) => b.places.length - a.places.length)) {
    const met = new Set(named.filter((other) => meet(other.variable, variable)).map(({ name }) => name));
    const name = NAMES.find((each) => !met.has(each) && !taken.has(each));
    if (name === undefined) throw new Error(`expected at most ${String(NAMES.length)} variables, found more`);
    named.push({ variable, name });
  }
  const edits = named.flatMap(({ variable, name }) =>
    variable.places.map((place): Edit => ({ from: place.getStart(), to: place.end, text: name })),
  );
  return edited(code, edits);
};
