import { builtinRules } from 'eslint/use-at-your-own-risk';

const counting = /** @type {import('eslint').Rule.RuleModule} */ (builtinRules.get('max-lines-per-function'));

/** `describe(…)`, `describe.each(…)(…)`. @param {any} call */
const isDescribe = (call) => {
  if (call?.type !== 'CallExpression') return false;
  let callee = call.callee;
  while (callee.type !== 'Identifier') {
    const inner = callee.callee ?? callee.object ?? callee.tag;
    if (inner === undefined) return false;
    callee = inner;
  }
  return callee.name === 'describe';
};

/** A function that only groups tests: the body of `describe`, or a contract suite that calls it. @param {any} node */
const groupsTests = (node) =>
  isDescribe(node.parent) ||
  (node.body?.body ?? []).some((/** @type {any} */ statement) => isDescribe(statement.expression)) ||
  isDescribe(node.body);

/** Core `max-lines-per-function`, except that a `describe` block may be as long as its file. @type {import('eslint').Rule.RuleModule} */
export const functionLength = {
  meta: counting.meta ?? {},
  create(context) {
    const filtered = Object.create(context, {
      report: {
        /** @param {any} problem */
        value: (problem) => {
          if (!groupsTests(problem.node)) context.report(problem);
        },
      },
    });
    return counting.create(filtered);
  },
};
