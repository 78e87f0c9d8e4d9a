import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Files below this size (bytes) are not worth compressing. */
const WORTH_IT = 1_024;
const TEXT = new Set(['.html', '.js', '.css', '.svg']);

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * Writes a `.br` and a `.gz` beside every text file of a build, which the server sends as they are.
 *
 * @returns {import('vite').Plugin}
 */
export const precompress = () => {
  let folder = '';
  return {
    name: 'warmline:precompress',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    async closeBundle() {
      const files = await readdir(folder, { recursive: true });
      await Promise.all(
        files.filter((file) => TEXT.has(extname(file))).map((file) => compress(join(folder, file))),
      );
    },
  };
};

/** @param {string} file */
const compress = async (file) => {
  const text = await readFile(file);
  if (text.length < WORTH_IT) return;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  await writeFile(`${file}.br`, await brotli(text, quality));
  await writeFile(`${file}.gz`, await gzipped(text, { level: 9 }));
};
