import { asWords, onDeclaredNames } from './words.mjs';

// Words that the people we work for do not use of themselves or that label them, each with the one to say instead.
const AVOID = [
  [/(?<!user[\s-]?)\bagents?\b/i, 'responder'],
  [/\bcustomers?\b/i, 'visitor'],
  [/\btickets?\b/i, 'conversation'],
  [/\b(callers?|chatters?)\b/i, 'visitor, or principal for whoever asks'],
  [/\brisk[\s-]scores?\b/i, 'safety record (it holds no score)'],
  [/\b(low|medium|high)[\s-]risk\b/i, 'what was said, or the band'],
  [/\bcommitted suicide\b/i, 'died by suicide'],
  [/\bfailed attempts?\b/i, 'attempt'],
  [/\bfrequent flyers?\b/i, 'person who returns'],
  [/\babuse of service\b/i, 'boundary'],
];
const A_VISITOR_IS_NO_USER = [/\busers?\b(?![\s-]?agent)/i, 'visitor'];

const isModuleName = (/** @type {any} */ { parent }) =>
  /^(Import|Export)/.test(parent.type) ||
  (/^(TSImportType|TSLiteralType)$/.test(parent.type) && parent.parent?.type === 'TSImportType');

/** @type {import('eslint').Rule.RuleModule} */
export const glossary = {
  meta: {
    type: 'suggestion',
    messages: { avoid: 'The glossary has no "{{found}}": say {{instead}}.' },
    schema: [
      { type: 'object', properties: { visitorsOnly: { type: 'boolean' } }, additionalProperties: false },
    ],
  },
  create(context) {
    const words = context.options[0]?.visitorsOnly ? [...AVOID, A_VISITOR_IS_NO_USER] : AVOID;
    const check = (/** @type {string} */ text, /** @type {any} */ node) => {
      for (const [pattern, instead] of /** @type {[RegExp, string][]} */ (words)) {
        const found = pattern.exec(text)?.[0];
        if (found !== undefined) context.report({ node, messageId: 'avoid', data: { found, instead } });
      }
    };
    return {
      ...onDeclaredNames(context, (name, node) => check(asWords(name), node)),
      /** @param {any} node */
      Literal(node) {
        if (typeof node.value === 'string' && !isModuleName(node)) check(node.value, node);
      },
      /** @param {any} node */
      JSXText: (node) => check(node.value, node),
      /** @param {any} node */
      TemplateElement: (node) => check(node.value.cooked ?? '', node),
    };
  },
};
