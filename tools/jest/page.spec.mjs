import { setTimeout as delay } from 'node:timers/promises';

import { Page } from './page.mjs';

const inGlobals = () => [
  typeof document,
  typeof localStorage,
  Event === NODE_EVENT,
  typeof fetch,
  'fetch' in globalThis,
];
const NODE_EVENT = Event;

test('a page is in the globals while it is shown, and Node has its own back after', () => {
  const page = new Page();
  page.show();
  const shown = inGlobals();
  page.empty();
  page.hide();
  expect(shown).toEqual(['object', 'object', false, 'undefined', false]);
  expect(inGlobals()).toEqual(['undefined', 'undefined', true, 'function', true]);
});

test('a page that was cleared holds nothing of before, and its timers do not go off', async () => {
  const page = new Page();
  page.show();
  let late = 0;
  setTimeout(() => (late += 1), 1);
  requestAnimationFrame(() => (late += 1));
  localStorage.setItem('kept', 'words');
  document.body.append('words');
  document.documentElement.setAttribute('lang', 'cy');
  history.pushState(null, '', '/elsewhere');
  page.empty();
  page.hide();
  page.show();
  const left = [localStorage.length, document.body.textContent, document.documentElement.lang, location.href];
  page.empty();
  page.hide();
  await delay(40);
  expect(left).toEqual([0, '', '', 'http://localhost/']);
  expect(late).toBe(0);
});
