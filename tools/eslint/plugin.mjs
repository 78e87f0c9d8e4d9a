// Our own rules, for what no published rule checks. Each has a spec beside it.
import { featureBorders } from './feature-borders.mjs';
import { fileNames } from './file-names.mjs';
import { folderBorders } from './folder-borders.mjs';
import { functionLength } from './function-length.mjs';
import { glossary } from './glossary.mjs';
import { names } from './names.mjs';
import { noReexportFiles } from './no-reexport-files.mjs';
import { parameters } from './parameters.mjs';

export const warmline = {
  meta: { name: 'warmline' },
  rules: {
    'feature-borders': featureBorders,
    'file-names': fileNames,
    'folder-borders': folderBorders,
    'function-length': functionLength,
    glossary,
    names,
    'no-reexport-files': noReexportFiles,
    parameters,
  },
};
