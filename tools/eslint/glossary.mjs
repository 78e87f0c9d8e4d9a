import { readFileSync } from 'node:fs';

import { asWords, onDeclaredNames } from './words.mjs';

const PAGE = new URL('../../docs/glossary.md', import.meta.url);
const ROW = /^\|([^|]+)\|([^|]+)\|$/gm;

/** "high risk" also finds "high-risk" and "high risks". @param {string} phrase */
const patternOf = (phrase) =>
  // Browsers call themselves user agents: that name is theirs.
  new RegExp(
    `${phrase === 'agent' ? '(?<!user[\\s-]?)' : ''}\\b${phrase.replaceAll(' ', '[\\s-]')}s?\\b${
      phrase === 'user' ? '(?![\\s-]?agent)' : ''
    }`,
    'i',
  );

/**
 * The words of the table "Words we do not use".
 * @param {string} markdown the glossary page
 * @returns {{ pattern: RegExp, instead: string, visitorsOnly: boolean }[]}
 */
export const forbiddenWords = (markdown) => {
  const [, section = ''] = markdown.split('## Words we do not use');
  const rows = [...section.matchAll(ROW)].slice(2);
  return rows.flatMap(([, never = '', instead = '']) =>
    never.split(',').map((phrase) => ({
      pattern: patternOf(phrase.replace(/\(.*\)/, '').trim()),
      instead: instead.trim(),
      visitorsOnly: phrase.includes('(of a visitor)'),
    })),
  );
};

const FORBIDDEN = forbiddenWords(readFileSync(PAGE, 'utf8'));

const isModuleName = (/** @type {any} */ { parent }) =>
  /^(Import|Export)/.test(parent.type) ||
  (/^(TSImportType|TSLiteralType)$/.test(parent.type) && parent.parent?.type === 'TSImportType');

/** @type {import('eslint').Rule.RuleModule} */
export const glossary = {
  meta: {
    type: 'suggestion',
    messages: { avoid: 'docs/glossary.md does not use "{{found}}". Say {{instead}}.' },
    schema: [
      { type: 'object', properties: { visitorsOnly: { type: 'boolean' } }, additionalProperties: false },
    ],
  },
  create(context) {
    const words = FORBIDDEN.filter(
      ({ visitorsOnly }) => !visitorsOnly || context.options[0]?.visitorsOnly === true,
    );
    const check = (/** @type {string} */ text, /** @type {any} */ node) => {
      for (const { pattern, instead } of words) {
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
