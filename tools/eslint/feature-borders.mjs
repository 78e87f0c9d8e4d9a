import path from 'node:path';

/** The feature a file belongs to: `…/src/features/<noun>/…`. @param {string} file */
const featureOf = (file) => /[\\/]src[\\/]features[\\/]([^\\/]+)/.exec(file)?.[1];

/** A feature may be deleted by deleting its folder: no other feature imports it. @type {import('eslint').Rule.RuleModule} */
export const featureBorders = {
  meta: {
    type: 'problem',
    messages: {
      crossing: 'The feature "{{from}}" may not import the feature "{{to}}": compose them in src/app.',
    },
    schema: [],
  },
  create(context) {
    const from = featureOf(context.filename);
    if (from === undefined) return {};
    const check = (/** @type {any} */ { source }) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const to = featureOf(path.resolve(path.dirname(context.filename), source.value));
      if (to !== undefined && to !== from)
        context.report({ node: source, messageId: 'crossing', data: { from, to } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
