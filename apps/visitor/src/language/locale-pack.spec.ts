import { readFileSync } from 'node:fs';
import { unitedKingdom } from './locale-pack';

const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
const beforeTheScript = new RegExp('<div id="app">([^]*)<script').exec(page)?.[1] ?? '';
const onlyWithoutScript = new RegExp('<noscript>([^]*)</noscript>').exec(page)?.[1] ?? '';

describe('the page before its script runs', () => {
  it('gives the same numbers and hours as the page itself', () => {
    expect(beforeTheScript).toContain(unitedKingdom.emergency.href);
    for (const { name, what, hours, shown, href } of unitedKingdom.otherHelp)
      for (const said of [name, what, hours, shown, href]) expect(beforeTheScript).toContain(said);
  });

  it('gives them also where scripts are on and the script does not load', () => {
    expect(onlyWithoutScript).not.toContain('tel:');
  });

  it('has a way out that needs no script, to the neutral page', () => {
    expect(beforeTheScript).toContain(`<a class="call exit" href="${unitedKingdom.neutral.href}"`);
  });
});
