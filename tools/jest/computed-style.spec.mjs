import { JSDOM } from 'jsdom';

import { answerStylesCheaply } from './computed-style.mjs';

const HTML = `
  <div id="plain" style="overflow-x: auto"><p>words</p></div>
  <div style="visibility: hidden; pointer-events: none">
    <p>in what is hidden</p><p style="visibility: visible">shown within</p>
  </div>
  <span style="display: none">gone</span>
  <input type="hidden"><input type="text"><button disabled>no</button>
  <dialog>closed</dialog><dialog open>open</dialog>
  <style></style><textarea dir="auto"></textarea>`;

const PROPERTIES = ['display', 'visibility', 'pointer-events', 'overflow-x', 'position', 'content', 'color'];

/** @param {import('jsdom').DOMWindow} page */
const answers = (page) =>
  [...page.document.body.querySelectorAll('*')].map((element) => {
    const style = page.getComputedStyle(element);
    return [element.outerHTML, ...PROPERTIES.map((name) => style.getPropertyValue(name)), style.overflowX];
  });

test('every element has the style that jsdom gives it, also when it is asked again', () => {
  const own = answers(new JSDOM(HTML).window);
  const { window } = new JSDOM(HTML);
  answerStylesCheaply(window);
  expect(answers(window)).toEqual(own);
  expect(answers(window)).toEqual(own);
});

test('an answer follows what the element says of itself later', () => {
  const { window } = new JSDOM(HTML);
  answerStylesCheaply(window);
  const element = /** @type {HTMLElement} */ (window.document.querySelector('#plain'));
  expect(window.getComputedStyle(element).display).toBe('block');
  element.style.display = 'none';
  expect(window.getComputedStyle(element).display).toBe('none');
});
