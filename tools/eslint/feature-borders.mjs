import path from 'node:path';

/**
 * Where a file lives in its app: which floor (`app`, `features`, `shared`) and, on the floor of features, which one.
 * @param {string} file
 */
const roomOf = (file) => {
  const found = /[\\/]src[\\/](?:(app|shared)|features[\\/]([^\\/]+))(?:[\\/]|$)/.exec(file);
  if (found === null) return undefined;
  return { floor: found[1] ?? 'features', feature: found[2] };
};

/** @param {string} from @param {string} to */
const refusalOf = (from, to) => {
  const [importer, imported] = [roomOf(from), roomOf(to)];
  if (importer === undefined || imported === undefined || importer.floor === 'app') return undefined;
  if (imported.floor === 'app') return 'upwards';
  if (imported.floor === 'shared') return undefined;
  if (importer.floor === 'shared') return 'upwards';
  return importer.feature === imported.feature ? undefined : 'crossing';
};

/**
 * A feature may be deleted by deleting its folder: no other feature imports it, and what features share imports none.
 * @type {import('eslint').Rule.RuleModule}
 */
export const featureBorders = {
  meta: {
    type: 'problem',
    messages: {
      crossing:
        'The feature of "{{source}}" is another: compose the two in src/app, or move what they share.',
      upwards:
        'Imports go down from src/app to src/features to src/shared: "{{source}}" lies above this file.',
    },
    schema: [],
  },
  create(context) {
    const check = (/** @type {any} */ { source }) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const messageId = refusalOf(
        context.filename,
        path.resolve(path.dirname(context.filename), source.value),
      );
      if (messageId !== undefined)
        context.report({ node: source, messageId, data: { source: source.value } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
