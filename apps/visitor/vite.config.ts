import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { pageConfig } from '../../tools/vite/page-config';
import { catalogueText } from './src/language/catalogue-text';
import { english } from './src/language/english';
import { unitedKingdom } from './src/language/locale-pack';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Parts of Socket.IO that our server never uses: WebTransport, and binary data. And preloads: what is loaded later needs none. */
const UNUSED: readonly (readonly [module: string, instead: string])[] = [
  ['engine.io-client/build/esm/transports/webtransport.js', 'export class WT {}'],
  [
    'engine.io-parser/build/esm/encodePacket.browser.js',
    "import { PACKET_TYPES } from './commons.js'; export const encodePacket = ({ type, data = '' }, _, give) => give(PACKET_TYPES[type] + data); export const encodePacketToBinary = encodePacket;",
  ],
  [
    'engine.io-parser/build/esm/contrib/base64-arraybuffer.js',
    'export const decode = () => new ArrayBuffer(0);',
  ],
  [
    'engine.io-parser/build/esm/decodePacket.browser.js',
    "import { ERROR_PACKET, PACKET_TYPES_REVERSE as TYPES } from './commons.js'; export const decodePacket = (text) => (typeof text === 'string' && TYPES[text[0]] ? { type: TYPES[text[0]], data: text.length > 1 ? text.slice(1) : undefined } : ERROR_PACKET);",
  ],
  ['vite/preload-helper.js', 'export const __vitePreload = (load) => load();'],
  // Our addresses are whole ones, which every browser can read by itself.
  [
    'engine.io-client/build/esm/contrib/parseuri.js',
    "export const parse = (address) => { const { protocol, hostname, port, pathname, search } = new URL(address); return { protocol: protocol.slice(0, -1), host: hostname.replace(/[[\\]]/g, ''), port, path: pathname, query: search.slice(1) }; };",
  ],
];

const leaveOutUnusedParts: Plugin = {
  name: 'leave-out-unused-parts',
  enforce: 'pre',
  resolveId: (source) => (source === 'socket.io-parser' ? here('./src/connection/text-packets.ts') : null),
  load: (id) => UNUSED.find(([module]) => id.endsWith(module))?.[1] ?? null,
};

/** The words go into the document, not into the script: they are there first, and another language is another document. */
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
  plugins: [leaveOutUnusedParts, wordsInThePage],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // A visitor loads one script and one style sheet: a slow connection needs few requests.
  build: { target: 'es2022', cssCodeSplit: false },
});
