import ts from "typescript";
import { type Change, declaredBy, type Program } from "./program.ts";

const calledBy = (statement: ts.Statement): ts.CallExpression | undefined => {
  const whole = ts.isExpressionStatement(statement) ? statement.expression : declaredBy(statement)?.initializer;
  return whole !== undefined && ts.isCallExpression(whole) ? whole : undefined;
};

/** A function that the main program hands to one of ours gets a name: it can then be bound like anything that stays. */
export const nameFunctions = ({ source, callees }: Program): readonly Change[] => {
  const ours = new Set(callees.map(({ name }) => name));
  return source.statements.flatMap((statement): Change[] => {
    const call = calledBy(statement);
    if (call === undefined || !ours.has(call.expression.getText())) return [];
    const from = statement.getStart();
    return call.arguments.filter(ts.isFunctionExpression).map((handed) => {
      // Unique in this text, and in those that become of it: what is named in a round is gone from its place afterwards.
      const name = `handed$$${call.expression.getText()}$$${String(call.arguments.indexOf(handed))}`;
      return [
        { from, to: from, text: `var ${name} = ${handed.getText()};\n` },
        { from: handed.getStart(), to: handed.end, text: name },
      ];
    });
  });
};
