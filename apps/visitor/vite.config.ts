import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { pageConfig } from '../../tools/vite/page-config';
import { catalogueText } from './src/language/catalogue-text';
import { english } from './src/language/english';
import { unitedKingdom } from './src/language/locale-pack';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Halves of the line's library that our server never speaks: WebTransport, and binary among the text. */
const NOT_SPOKEN: readonly (readonly [module: string, instead: string])[] = [
  ['engine.io-client/build/esm/transports/webtransport.js', 'export class WT {}'],
  [
    'socket.io-parser/build/esm/is-binary.js',
    'export const isBinary = () => false; export const hasBinary = isBinary;',
  ],
  [
    'socket.io-parser/build/esm/binary.js',
    "export const reconstructPacket = () => { throw new Error('binary'); }; export const deconstructPacket = reconstructPacket;",
  ],
  [
    'engine.io-parser/build/esm/encodePacket.browser.js',
    "import { PACKET_TYPES } from './commons.js'; export const encodePacket = ({ type, data = '' }, _, give) => give(PACKET_TYPES[type] + data); export const encodePacketToBinary = encodePacket;",
  ],
  [
    'engine.io-parser/build/esm/contrib/base64-arraybuffer.js',
    'export const decode = () => new ArrayBuffer(0);',
  ],
];

const leaveOutWhatIsNotSpoken: Plugin = {
  name: 'leave-out-what-is-not-spoken',
  enforce: 'pre',
  load: (id) => NOT_SPOKEN.find(([module]) => id.endsWith(module))?.[1] ?? null,
};

/** The words go into the document and not into the script: they are there before it, and a language is another document. */
const wordsInThePage: Plugin = {
  name: 'words-in-the-page',
  enforce: 'pre',
  resolveId: (source) =>
    /(\/language|^\.)\/catalogue$/.test(source) ? here('./src/language/catalogue-in-page.ts') : null,
  transformIndexHtml: () => [
    {
      tag: 'script',
      attrs: { type: 'application/json', id: 'words' },
      children: catalogueText({ words: english, locale: unitedKingdom }),
      injectTo: 'head',
    },
  ],
};

export default pageConfig('visitor', {
  plugins: [leaveOutWhatIsNotSpoken, wordsInThePage],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // Everything a visitor needs comes in one script and one sheet: few requests on a slow connection.
  build: { target: 'es2022', cssCodeSplit: false },
});
