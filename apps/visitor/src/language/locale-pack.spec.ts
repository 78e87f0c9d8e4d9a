import { readFileSync } from 'node:fs';
import { unitedKingdom } from './locale-pack';

const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
const withoutScript = new RegExp('<noscript>([^]*)</noscript>').exec(page)?.[1] ?? '';

describe('the page without script', () => {
  it('gives the same numbers and hours as the page itself', () => {
    expect(withoutScript).toContain(unitedKingdom.emergency.href);
    for (const { name, what, hours, shown, href } of unitedKingdom.otherHelp)
      for (const said of [name, what, hours, shown, href]) expect(withoutScript).toContain(said);
  });
});
