// TypeScript to JavaScript for tests.
import { readFileSync } from 'node:fs';

import { transformSync } from '@swc/core';

/**
 * @param {{ importSource: string, isTsx: boolean }} how where JSX comes from: the console is React, the visitor's page Preact
 * @returns {import('@swc/core').Options}
 */
export const compilerOptions = ({ importSource, isTsx }) => ({
  configFile: false,
  swcrc: false,
  jsc: {
    target: 'es2022',
    // `<T>value` and generic arrows are legal in .ts but not in .tsx.
    parser: { syntax: 'typescript', tsx: isTsx, decorators: true },
    // NestJS reads constructor types at run time, so decorators are the legacy kind with their metadata.
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: true,
      react: { runtime: 'automatic', importSource },
    },
  },
  module: { type: 'es6' },
});

/** @param {string} file absolute @returns {{ code: string, map: string }} */
export function compile(file) {
  const importSource = file.includes('/apps/visitor/') ? 'preact' : 'react';
  const options = compilerOptions({ importSource, isTsx: file.endsWith('.tsx') });
  const { code, map = '' } = transformSync(readFileSync(file, 'utf8'), {
    ...options,
    filename: file,
    sourceMaps: true,
  });
  return { code, map };
}
