import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './settings.ts';

/**
 * Loads what Vite has built of an app.
 *
 * @param file such as 'storm/main.js'; the caller names the type of the source it was built from
 */
export async function loadBundle<Module>(file: string): Promise<Module> {
  return (await import(pathToFileURL(join(ROOT, 'dist', file)).href)) as Module;
}
