import ts from "typescript";

/** Attributes whose text people read or hear. */
const READ = new Set([
  "aria-label",
  "aria-description",
  "aria-valuetext",
  "aria-roledescription",
  "title",
  "placeholder",
  "alt",
  "label",
]);
const WORDS = /\p{L}{2,}/u;
/** Two words, or a sentence's beginning: what codes and keys are not. */
const SENTENCE = /\p{L}{2,}[,.…:]? \p{L}/u;

const isUnread = (node: ts.Node): boolean => {
  for (let at: ts.Node | undefined = node; at !== undefined && !ts.isStatement(at); at = at.parent) {
    if (ts.isJsxAttribute(at)) return !READ.has(at.name.getText());
    if (ts.isJsxElement(at) || ts.isLiteralTypeNode(at)) return ts.isLiteralTypeNode(at);
  }
  return ts.isImportDeclaration(node.parent);
};

const attributeOf = (node: ts.Node): string | undefined =>
  ts.isJsxAttribute(node.parent) ? node.parent.name.getText() : undefined;

/** The product's name, which is the same in every language, and what speaks to the browser: queries and selectors. */
const isNoText = (text: string): boolean =>
  text === "Entrain" ||
  /^\((?:prefers|min|max)-/.test(text) ||
  text.includes("[contenteditable]") ||
  /^M | A \d*$/.test(text);

/** Texts in a source that people would read, which belong in the catalogue. Errors for programmers are not among them. */
export const proseIn = (path: string, source: string): readonly string[] => {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText())) return;
    if (ts.isJsxText(node) && WORDS.test(node.text) && !isNoText(node.text.trim())) found.push(node.text.trim());
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && !isUnread(node) && !isNoText(node.text)) {
      const isRead = READ.has(attributeOf(node) ?? "");
      if ((isRead && WORDS.test(node.text)) || SENTENCE.test(node.text)) found.push(node.text.trim());
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true));
  return found;
};
