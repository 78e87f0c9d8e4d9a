// Measures what a browser loads first, compressed as servers send it. Fails if a page is too large: visitors may have
// a slow connection and a cheap phone. Prints every figure.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const KB = 1024;

/**
 * @typedef {object} Page
 * @property {string} title
 * @property {string} folder where it was built to
 * @property {string} address that folder is served at
 * @property {number} script most KB of JavaScript
 * @property {number} [document] most KB of HTML and style sheets
 */

/** @type {readonly Page[]} */
const PAGES = [
  { title: 'visitor', folder: 'dist/visitor', address: '/', script: 30, document: 20 },
  { title: 'console', folder: 'dist/console', address: '/console/', script: 200 },
];

/** One script that the charity's own site loads; brotli, in KB. */
const LAUNCHER = { file: 'dist/launcher/launch.js', script: 3 };

/** @param {string | Buffer} content */
const weight = (content) => brotliCompressSync(content).length;

/**
 * @param {string} html
 * @returns {{ scripts: string[], stylesheets: string[] }} addresses, as written in the page
 */
export function assetsOf(html) {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const attribute = (/** @type {string} */ tag, /** @type {string} */ name) =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  const links = tags.filter((tag) => tag.startsWith('<link'));
  const byRelation = (/** @type {string} */ relation) =>
    links.filter((tag) => attribute(tag, 'rel') === relation).map((tag) => attribute(tag, 'href'));
  const scripts = tags.filter((tag) => tag.startsWith('<script')).map((tag) => attribute(tag, 'src'));
  return {
    scripts: [...scripts, ...byRelation('modulepreload')].filter(Boolean),
    stylesheets: byRelation('stylesheet'),
  };
}

/**
 * @param {string} code of a built module
 * @returns {string[]} the modules it imports statically; not those it loads later with import()
 */
export function staticImportsOf(code) {
  const found = code.matchAll(/\b(?:import|from)\s*["'](\.{1,2}\/[^"']+)["']/g);
  return [...found].map(([, specifier = '']) => specifier);
}

/**
 * @param {string} file
 * @param {Set<string>} seen
 */
function follow(file, seen) {
  if (seen.has(file)) return;
  seen.add(file);
  for (const specifier of staticImportsOf(readFileSync(file, 'utf8'))) {
    follow(path.join(path.dirname(file), specifier), seen);
  }
}

/** @param {Page} page */
function weigh({ folder, address }) {
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const fileOf = (/** @type {string} */ href) => path.join(folder, href.replace(address, ''));
  const { scripts, stylesheets } = assetsOf(html);
  /** @type {Set<string>} */
  const modules = new Set();
  for (const href of scripts) follow(fileOf(href), modules);
  const sum = (/** @type {Iterable<string>} */ files) =>
    [...files].reduce((total, file) => total + weight(readFileSync(file)), 0);
  return { script: sum(modules), document: weight(html) + sum(stylesheets.map(fileOf)) };
}

/**
 * @param {string} what
 * @param {number} bytes
 * @param {number} [most] KB
 * @returns {boolean} whether it keeps to the budget
 */
function report(what, bytes, most) {
  const isLight = most === undefined || bytes <= most * KB;
  const limit = most === undefined ? '' : ` of ${most} KB`;
  console.log(`${isLight ? '✓' : '✗'} ${what.padEnd(28)} ${(bytes / KB).toFixed(1).padStart(7)} KB${limit}`);
  return isLight;
}

/** @param {Page} page */
function check(page) {
  if (!existsSync(path.join(page.folder, 'index.html'))) {
    console.log(`✗ ${page.title}: nothing in ${page.folder}, build it first`);
    return false;
  }
  const { script, document } = weigh(page);
  const results = [
    report(`${page.title} JavaScript, first load`, script, page.script),
    report(`${page.title} HTML and CSS`, document, page.document),
  ];
  return results.every(Boolean);
}

function checkLauncher() {
  if (existsSync(LAUNCHER.file))
    return report('launcher JavaScript', weight(readFileSync(LAUNCHER.file)), LAUNCHER.script);
  console.log(`✗ launcher: no ${LAUNCHER.file}, build it first`);
  return false;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = [...PAGES.map(check), checkLauncher()].every(Boolean) ? 0 : 1;
}
