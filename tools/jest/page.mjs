// The page of a worker's tests of the console. React, React Aria and the testing library read `window` when they load, and they load
// once a worker, so there is one jsdom window a worker, and what a file left in it is gone before the next.
import { JSDOM, VirtualConsole } from 'jsdom';

import { answerStylesCheaply } from './computed-style.mjs';

/** What Node has and jsdom's windows have not: a screen must not find it. */
const NOT_ON_PAGES = ['BroadcastChannel', 'MessageChannel', 'MessagePort', 'fetch'];

/** Names that both have, of which the page's is taken: its events and signals work with its elements only. */
const FROM_PAGE =
  /^(?:Event|EventTarget|CustomEvent|MessageEvent|AbortController|AbortSignal|Blob|File|FormData|Headers|DOMException)$/;

/** Names that both have, of which the page gets those of the globals: fake timers replace them there. */
const FROM_GLOBALS = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'queueMicrotask',
  'performance',
];

const FRAME_MS = 1_000 / 60;

const ADDRESS = 'http://localhost/';

/** A page prints where its test prints: Jest sets another console for each file. */
function printing() {
  const virtualConsole = new VirtualConsole();
  for (const level of /** @type {const} */ (['debug', 'error', 'info', 'log', 'warn'])) {
    virtualConsole.on(level, (...texts) => globalThis.console[level](...texts));
  }
  virtualConsole.on('jsdomError', (error) => globalThis.console.error(error));
  return virtualConsole;
}

/** @param {object} object @returns {Set<string>} names of its properties, inherited ones included */
function namesOf(object) {
  const names = new Set();
  for (let part = object; part !== Object.prototype && part !== null; part = Object.getPrototypeOf(part)) {
    for (const name of Object.getOwnPropertyNames(part)) names.add(name);
  }
  return names;
}

/** @param {object} object @param {string} name @returns {PropertyDescriptor} that reads and writes the property of another */
const forwarding = (object, name) => ({
  configurable: true,
  enumerable: true,
  get: () => Reflect.get(object, name),
  set: (value) => Reflect.set(object, name, value),
});

const CHANGEABLE = { configurable: true, writable: true };

/** Timers that were started and not seen again: a page that closes takes them along. */
class Timers {
  /** @type {Set<NodeJS.Timeout>} */
  #running = new Set();

  /** @param {typeof setTimeout | typeof setInterval} start */
  keeping(start) {
    const kept = (/** @type {Parameters<typeof setTimeout>} */ ...parameters) => {
      const timer = start(...parameters);
      this.#running.add(timer);
      return timer;
    };
    return Object.assign(kept, start);
  }

  clear() {
    for (const timer of this.#running) clearTimeout(timer);
    this.#running.clear();
  }
}

export class Page {
  #window = new JSDOM('<!DOCTYPE html>', {
    url: ADDRESS,
    pretendToBeVisual: true,
    virtualConsole: printing(),
  }).window;
  #timers = new Timers();
  /** @type {Map<string, PropertyDescriptor | undefined>} what the global object had before */
  #before = new Map();

  constructor() {
    for (const name of FROM_GLOBALS) Object.defineProperty(this.#window, name, forwarding(globalThis, name));
    answerStylesCheaply(this.#window);
    this.#window.addEventListener('error', ({ error }) => {
      if (error !== null && error !== undefined) process.emit('uncaughtException', error);
    });
  }

  /** Makes the page the one that code finds in its globals. */
  show() {
    for (const name of namesOf(this.#window)) {
      if (name.startsWith('_') || (name in globalThis && !FROM_PAGE.test(name))) continue;
      this.#put(name, forwarding(this.#window, name));
    }
    this.#put('setTimeout', { ...CHANGEABLE, value: this.#timers.keeping(setTimeout) });
    this.#put('setInterval', { ...CHANGEABLE, value: this.#timers.keeping(setInterval) });
    this.#window.requestAnimationFrame = (callback) =>
      Number(setTimeout(() => callback(performance.now()), FRAME_MS));
    this.#window.cancelAnimationFrame = (handle) => clearTimeout(handle);
    for (const name of NOT_ON_PAGES) {
      this.#put(name, { ...CHANGEABLE, value: undefined });
      Reflect.deleteProperty(globalThis, name);
    }
  }

  /** Takes away what a test left in the page. */
  empty() {
    const { document, history, localStorage, sessionStorage } = this.#window;
    document.head.replaceChildren();
    document.body.replaceChildren();
    for (const part of [document.documentElement, document.body]) {
      for (const { name } of [...part.attributes]) part.removeAttribute(name);
    }
    localStorage.clear();
    sessionStorage.clear();
    history.replaceState(null, '', ADDRESS);
  }

  /** Ends the page's timers, and gives the global object back what it had. */
  hide() {
    this.#timers.clear();
    for (const [name, descriptor] of this.#before) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
    this.#before.clear();
  }

  /** @param {string} name @param {PropertyDescriptor} descriptor */
  #put(name, descriptor) {
    this.#before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, descriptor);
  }
}
