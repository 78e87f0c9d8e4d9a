// Lets Node run TypeScript without a build, on Node 20 too. Vite brings the compiler (Rolldown's), which starts in 30 ms.
// Node 22.18 and newer do this by themselves: delete this file when 20 is no longer supported.
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from 'rolldown/utils';

/** Node's hook. @type {import('node:module').LoadHook} */
export const load = (url, context, nextLoad) => {
  if (!url.endsWith('.ts')) return nextLoad(url, context);
  const file = fileURLToPath(url);
  const { code, map, errors } = transformSync(file, readFileSync(file, 'utf8'), { sourcemap: true });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => `${file}: ${message}`).join('\n'));
  const source = `${code}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
  return { format: 'module', source, shortCircuit: true };
};

/** @param {string} script its path, from the folder this process runs in */
export function importTypeScript(script) {
  process.setSourceMapsEnabled(true);
  register(import.meta.url);
  return import(pathToFileURL(resolve(script)).href);
}
