/** The columns of a table of tests: `test.each([…])('…', (a, b, c, d) => …)`. @param {any} node */
const isTableRow = ({ parent }) => parent.callee?.callee?.property?.name === 'each';

/**
 * At most 3 parameters, then an object; a constructor takes up to 6, since its parameters are collaborators.
 * @type {import('eslint').Rule.RuleModule} */
export const parameters = {
  meta: {
    type: 'suggestion',
    messages: { tooMany: '{{count}} parameters, {{max}} allowed: pass an object, or split.' },
    schema: [],
  },
  create(context) {
    return {
      /** @param {any} node */
      ':function'(node) {
        const max = node.parent.kind === 'constructor' ? 6 : 3;
        const count = node.params.length;
        if (count > max && !isTableRow(node))
          context.report({ node, messageId: 'tooMany', data: { count: `${count}`, max: `${max}` } });
      },
    };
  },
};
