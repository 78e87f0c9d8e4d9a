import { fileURLToPath } from 'node:url';
import { build, mergeConfig, type Plugin, type UserConfig } from 'vite';
import { pageConfig } from '../../tools/vite/page-config';
import { catalogueText } from './src/language/catalogue-text';
import { english } from './src/language/english';
import { pageLocale } from './src/language/locale-pack';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Parts of Socket.IO that we never use: WebTransport, binary data, and its own reconnecting. And preloads: what is loaded later needs none. */
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
  // Our own connection decides when to try again.
  [
    'socket.io-client/build/esm/contrib/backo2.js',
    'export class Backoff { attempts = 0; reset() {} setMin() {} setMax() {} setJitter() {} duration() { return 0; } }',
  ],
  // Long-polling from this page's own origin, in every browser that can run this script.
  [
    'engine.io-client/build/esm/transports/polling-xhr.js',
    "import { Polling } from './polling.js'; const ask = (to, body, done) => { const xhr = new XMLHttpRequest(); const fail = () => to.onError('xhr error', xhr.status, xhr); xhr.open(body === null ? 'GET' : 'POST', to.uri()); if (body !== null) xhr.setRequestHeader('Content-type', 'text/plain;charset=UTF-8'); xhr.onload = () => (xhr.status === 200 ? done(xhr.responseText) : fail()); xhr.onerror = fail; xhr.send(body); }; export class XHR extends Polling { doWrite(data, done) { ask(this, data, done); } doPoll() { ask(this, null, (text) => this.onData(text)); } }",
  ],
  ['socket.io-client/build/esm/index.js', "export { Manager } from './manager.js';"],
  ['vite/preload-helper.js', 'export const __vitePreload = (load) => load();'],
  // The page connects to where it came from, so there is no address to read.
  ['engine.io-client/build/esm/contrib/parseuri.js', 'export const parse = () => ({});'],
];

/** Packages of which Socket.IO needs little, and what is in their place. */
const SMALLER: Readonly<Record<string, string>> = {
  'socket.io-parser': './src/connection/text-packets.ts',
  '@socket.io/component-emitter': './src/connection/small-emitter.ts',
};

const leaveOutUnusedParts: Plugin = {
  name: 'leave-out-unused-parts',
  enforce: 'pre',
  resolveId: (source) => (SMALLER[source] === undefined ? null : here(SMALLER[source])),
  load: (id) => UNUSED.find(([module]) => id.endsWith(module))?.[1] ?? null,
};

/** Words are read from the document and are in no script. */
const wordsOfTheServer: Plugin = {
  name: 'words-of-the-server',
  enforce: 'pre',
  resolveId: (source) =>
    /(\/language|^\.)\/catalogue$/.test(source) ? here('./src/language/catalogue-in-page.ts') : null,
};

/** The words go into the document, not into the script: they are there first, and another language is another document. */
const wordsInThePage: Plugin = {
  ...wordsOfTheServer,
  name: 'words-in-the-page',
  transformIndexHtml: () => [
    {
      tag: 'script',
      attrs: { type: 'application/json', id: 'words' },
      children: catalogueText({ words: english, locale: pageLocale }),
      injectTo: 'head',
    },
  ],
};

const PAGE: UserConfig = {
  plugins: [leaveOutUnusedParts, wordsInThePage],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // A visitor loads one script and one style sheet: a slow connection needs few requests.
  build: { target: 'es2022', cssCodeSplit: false },
};

/** What administrators see beside "Your charity": the same parts in a build of their own, so that no visitor loads any of it. */
const PREVIEW = mergeConfig(
  pageConfig('visitor', { ...PAGE, plugins: [leaveOutUnusedParts, wordsOfTheServer] }),
  {
    configFile: false,
    logLevel: 'warn',
    root: here('./preview'),
    base: '/preview/',
    build: { outDir: here('../../dist/visitor/preview') },
  } satisfies UserConfig & { readonly configFile: false },
);

const thePreviewToo: Plugin = {
  name: 'the-preview-too',
  apply: 'build',
  closeBundle: async () => {
    await build(PREVIEW);
  },
};

export default pageConfig('visitor', { ...PAGE, plugins: [...(PAGE.plugins ?? []), thePreviewToo] });
