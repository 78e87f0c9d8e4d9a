import path from 'node:path';

// A library has a public file for its users, and one for the specs of its adapters. A feature of the gateway has one too.
const PUBLIC_FILES = /^(libs\/[^/]+\/src\/(testing\/)?|apps\/gateway\/src\/features\/[^/]+\/)index\.ts$/;

const passesOn = (/** @type {any} */ { type, source }) =>
  type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && source !== null);

/** @type {import('eslint').Rule.RuleModule} */
export const noReexportFiles = {
  meta: {
    type: 'suggestion',
    messages: { dust: 'This file only passes on what others export: import it where it is declared.' },
    schema: [],
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    if (PUBLIC_FILES.test(file)) return {};
    return {
      Program(node) {
        if (node.body.length > 0 && node.body.every(passesOn)) context.report({ node, messageId: 'dust' });
      },
    };
  },
};
