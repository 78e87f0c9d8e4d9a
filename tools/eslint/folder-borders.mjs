import path from 'node:path';

/** The folders below the root that a path is in, and the rest; empty outside. @param {string} root @param {string} file */
const partsOf = (root, file) => {
  const parts = path.relative(root, file).split(path.sep);
  return parts[0] === '..' ? [] : parts;
};

/**
 * The folders of one project, from the lowest floor to the highest. A file imports its own folder and lower floors only, so
 * the folders have no cycle. A folder inside `features` is a feature: others import it through its `index.ts` only.
 * @type {import('eslint').Rule.RuleModule} */
export const folderBorders = {
  meta: {
    type: 'problem',
    messages: {
      upwards: '"{{from}}" may not import "{{to}}": it is not on a lower floor.',
      inside: 'Import the feature "{{to}}" through its index.ts, not a file inside it.',
    },
    schema: [
      {
        type: 'object',
        properties: {
          root: { type: 'string' },
          floors: { type: 'array', items: { type: 'array', items: { type: 'string' } } },
        },
        required: ['root', 'floors'],
        additionalProperties: false,
      },
    ],
  },
  create(context) {
    const [{ root, floors }] = context.options;
    const absolute = path.resolve(context.cwd, root);
    const [from = '', ownFeature = ''] = partsOf(absolute, context.filename);
    const floorOf = (/** @type {string} */ folder) =>
      floors.findIndex((/** @type {string[]} */ floor) => floor.includes(folder));
    const isUpwards = (/** @type {string} */ to) => {
      if (floorOf(from) === -1 || to === from) return false;
      return floorOf(to) === -1 || floorOf(to) >= floorOf(from);
    };
    const isInside = (/** @type {string[]} */ [to = '', feature = '', file = 'index', ...deeper]) => {
      if (to !== 'features' || (from === 'features' && feature === ownFeature)) return false;
      return file !== 'index' || deeper.length > 0;
    };
    const check = (/** @type {any} */ { source }) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const target = partsOf(absolute, path.resolve(path.dirname(context.filename), source.value));
      const [to, feature] = target;
      if (to === undefined) return;
      if (isUpwards(to)) context.report({ node: source, messageId: 'upwards', data: { from, to } });
      if (isInside(target))
        context.report({ node: source, messageId: 'inside', data: { to: feature ?? '' } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
