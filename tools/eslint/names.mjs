import { asWords, onDeclaredNames } from './words.mjs';

// A word that fits every class says nothing about any.
const EMPTY_ANYWHERE = /\b((?<!package )managers?|helpers?|utils?|impl)\b/;
const EMPTY_AT_THE_END = /\b(data|info)$/;
const EMPTY_IN_TYPES = /\b(common)\b|^base\b|\bbase$/;
const isLogLevel = (/** @type {any} */ node) => node.name === 'info' && /Method/.test(node.parent.type);

/** @param {string} name */
const emptyWord = (name) => {
  const words = asWords(name);
  const patterns = /^[A-Z]/.test(name)
    ? [EMPTY_ANYWHERE, EMPTY_AT_THE_END, EMPTY_IN_TYPES]
    : [EMPTY_ANYWHERE, EMPTY_AT_THE_END];
  return patterns.map((pattern) => pattern.exec(words)?.[0]).find(Boolean);
};

/** @type {import('eslint').Rule.RuleModule} */
export const names = {
  meta: {
    type: 'suggestion',
    messages: {
      emptyWord: '"{{word}}" in "{{name}}" says nothing: name what it is or does.',
      prefix: '"{{name}}": an interface carries no I; the implementation says what it is made of.',
    },
    schema: [],
  },
  create(context) {
    return {
      ...onDeclaredNames(context, (name, node) => {
        const word = emptyWord(name);
        if (word !== undefined && !isLogLevel(node))
          context.report({ node, messageId: 'emptyWord', data: { word, name } });
      }),
      /** @param {any} node */
      'TSInterfaceDeclaration, TSTypeAliasDeclaration'({ id }) {
        if (/^I[A-Z][a-z]/.test(id.name))
          context.report({ node: id, messageId: 'prefix', data: { name: id.name } });
      },
    };
  },
};
