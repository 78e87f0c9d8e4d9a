import { readdirSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

import { read, ROOT } from './references.mjs';

/** Where a pattern is made at run time, and of what. Nothing in this list is text that came from outside. */
const MADE = {
  'apps/gateway/src/features/setup/list-files.ts': 'a pattern of the same file, alone and behind a quote',
  'libs/redis/src/fitness.ts': 'names of settings, written in the same file',
  'libs/vocabulary/src/control-characters.ts': 'another pattern of the same file',
  'libs/vocabulary/src/hidden-characters.ts': 'two patterns of the same file',
};

/** Code of the product, without its tests. */
const product = ['apps', 'libs']
  .flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  )
  .filter((file) => /^[^/]+\/[^/]+\/src\/.*\.tsx?$/.test(file) && !/\.spec\.tsx?$|\/testing\//.test(file))
  .filter((file) => !/^apps\/(?:journeys|storm|siege|bench|simulator)\//.test(file));

/** Whether a file calls RegExp, with or without `new`. A written pattern needs no call. @param {string} source */
const makesPattern = (source) => {
  let found = false;
  const visit = (/** @type {ts.Node} */ node) => {
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
      found = true;
    ts.forEachChild(node, visit);
  };
  if (source.includes('RegExp(')) visit(ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest, true));
  return found;
};

describe('patterns', () => {
  it('are never made of text from outside, so nothing in it needs escaping', () => {
    expect(product.length).toBeGreaterThan(300);
    expect(product.filter((file) => makesPattern(read(file))).toSorted()).toEqual(Object.keys(MADE));
  });

  it('are found however they are made', () => {
    expect(
      ['new RegExp(text)', 'RegExp(text, "g")', '/a/.test(text); // new RegExp(a)'].map(makesPattern),
    ).toEqual([true, true, false]);
  });
});
