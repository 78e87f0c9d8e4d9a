import path from 'node:path';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SAYS_NOTHING = /^(shared|common|utils?|helpers?|misc)$/;

/** The floor below an app's features: only named folders lie in it, so it may have no better name. */
const FLOOR = /^(apps[\\/][^\\/]+[\\/]src[\\/])shared[\\/](?=[^\\/]+[\\/])/;

/** @param {string} file relative to the workspace */
const flawOf = (file) => {
  const parts = file.replace(FLOOR, '$1').split(path.sep);
  const words = parts.flatMap((part) => part.split('.').filter(Boolean));
  const empty = words.find((word) => SAYS_NOTHING.test(word));
  if (empty !== undefined) return { messageId: 'saysNothing', data: { name: empty } };
  const odd = words.find((word) => !KEBAB.test(word));
  return odd === undefined ? undefined : { messageId: 'kebab', data: { name: odd } };
};

/** @type {import('eslint').Rule.RuleModule} */
export const fileNames = {
  meta: {
    type: 'suggestion',
    messages: {
      saysNothing: 'A file or folder named "{{name}}" gathers dust: name it after what is in it.',
      kebab: '"{{name}}" is not kebab-case.',
    },
    schema: [],
  },
  create(context) {
    return {
      Program(node) {
        const flaw = flawOf(path.relative(context.cwd, context.filename));
        if (flaw) context.report({ node, ...flaw });
      },
    };
  },
};
