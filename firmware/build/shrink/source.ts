import ts from "typescript";

/** A change of a text: what stands from one character to another is replaced. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export const parse = (code: string): ts.SourceFile =>
  ts.createSourceFile("bundle.js", code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);

/** Carries out edits that do not overlap, of the part of a text that begins at `start`. */
export const edited = (text: string, edits: readonly Edit[], start = 0): string => {
  let result = text;
  for (const { from, to, text: inserted } of [...edits].sort((a, b) => b.from - a.from))
    result = result.slice(0, from - start) + inserted + result.slice(to - start);
  return result;
};

/** The text of a node, other texts in the place of some variables. */
export const substituted = (node: ts.Node, given: ReadonlyMap<string, string>): string => {
  const edits = nodesOf(node).flatMap((each): Edit[] => {
    const text = isVariable(each) ? given.get(each.text) : undefined;
    return text === undefined ? [] : [{ from: each.getStart(), to: each.end, text }];
  });
  return edited(node.getText(), edits, node.getStart());
};

/** Every node below and including one, parents first; `skip` says which are not looked into. */
export const nodesOf = (node: ts.Node, skip: (node: ts.Node) => boolean = () => false): readonly ts.Node[] => {
  const found: ts.Node[] = [];
  const visit = (each: ts.Node): void => {
    found.push(each);
    if (each === node || !skip(each)) ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
};

/** The same without what happens in functions inside it. */
export const ownNodesOf = (node: ts.Node): readonly ts.Node[] => nodesOf(node, ts.isFunctionExpression);

/** Does an identifier name a variable, and no property? */
export const isVariable = (node: ts.Node): node is ts.Identifier =>
  ts.isIdentifier(node) &&
  !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
  !(ts.isPropertyAssignment(node.parent) && node.parent.name === node);

const ASSIGNMENTS = [ts.SyntaxKind.FirstAssignment, ts.SyntaxKind.LastAssignment] as const;

export const isAssignment = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && node.operatorToken.kind >= ASSIGNMENTS[0] && node.operatorToken.kind <= ASSIGNMENTS[1];

export const isStep = (node: ts.Node): boolean =>
  ts.isPostfixUnaryExpression(node) ||
  (ts.isPrefixUnaryExpression(node) &&
    (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken));

/** Is a variable given another value here? */
export const isWritten = (name: ts.Identifier): boolean =>
  isStep(name.parent) || (isAssignment(name.parent) && name.parent.left === name);

/** Stands in the names that variables of functions are given here, and in no others. */
const LOCAL_MARK = "$$";
export const localName = (name: string, number: number): string => `${name}${LOCAL_MARK}${String(number)}`;
export const isLocal = ({ text }: ts.Identifier): boolean => text.includes(LOCAL_MARK);
/** What a variable was called before. */
export const sourceName = (name: string): string => name.split(LOCAL_MARK)[0] ?? name;

/** About the characters that a text comes to once names are short. */
export const minifiedLength = (text: string): number =>
  text
    .replace(/\s+/g, "")
    .replace(/1000000/g, "1e6")
    .replace(/[A-Za-z_$][\w$]*/g, "ab").length;
