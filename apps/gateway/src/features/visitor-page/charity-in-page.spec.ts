import { readFileSync } from 'node:fs';
import { COUNTRY_PACKS } from '@warmline/setup';
import { profileOf, withCharity } from './charity-in-page';
import { documentOf, written, type VisitorDocument } from './visitor-document';

const source = readFileSync(
  new URL('../../../../visitor/index.html', `file://${import.meta.dirname}/`),
  'utf8',
);
const catalogue = {
  words: {
    demo: 'This is a demo.',
    exit: { leave: 'Leave this page' },
    emergency: { before: 'In danger? Call ' },
  },
  locale: { language: 'en', formats: 'en-GB', direction: 'ltr', addressStatement: 'None.' },
};
const built = (): VisitorDocument => {
  const words = `<script type="application/json" id="words">${JSON.stringify(catalogue)}</script>`;
  const document = documentOf(source.replace('<head>', `<head>${words}`));
  if (document === null) throw new Error('the page carries its words');
  return document;
};
const charity = { name: 'Harbour </script> & $1', timeZone: 'Europe/Dublin', isDemo: false };
const page = written(withCharity(built(), charity));
const beforeTheScript = /<div id="app">([^]*)<script/.exec(page.html)?.[1] ?? '';
const onlyWithoutScript = /<noscript>([^]*)<\/noscript>/.exec(page.html)?.[1] ?? '';

describe('the page before its script runs', () => {
  it('gives the same numbers and hours as the page itself', () => {
    expect(beforeTheScript).toContain('<a href="tel:112">112</a>');
    for (const { name, what, hours, number } of COUNTRY_PACKS.ie.helplines)
      for (const said of [name, what, hours, number]) expect(beforeTheScript).toContain(said);
    expect(page.catalogue.locale).toMatchObject({
      emergency: { shown: '112', href: 'tel:112' },
      listener: { name: 'Samaritans', href: 'tel:116123' },
      otherHelp: [{ href: 'tel:116123' }, { href: 'sms:50808' }],
    });
  });

  it('gives them also where scripts are on and the script does not load', () => {
    expect(onlyWithoutScript).not.toContain('tel:');
  });

  it('has a way out that needs no script, to the charity’s own exit page', () => {
    expect(beforeTheScript).toContain(`<a class="call exit" href="${COUNTRY_PACKS.ie.exit.url}"`);
    expect(page.catalogue.locale).toMatchObject({ neutral: { href: COUNTRY_PACKS.ie.exit.url } });
  });

  it('has no charity, number or address that nobody chose', () => {
    expect(source).not.toMatch(/\btel:|\bsms:|https:/);
    expect(source).not.toMatch(/>[^<>]*\d{3}/);
  });

  it('is whole whatever the charity is called', () => {
    expect(page.html.match(/<\/script>/g)).toHaveLength(2);
    expect(documentOf(page.html)?.catalogue.locale).toMatchObject({ charity: { name: charity.name } });
  });

  it('says that it is a demo in the demo, and nowhere else', () => {
    expect(page.html).not.toMatch(/<p[^>]*>This is a demo/);
    const demo = written(withCharity(built(), { ...charity, isDemo: true }));
    expect(demo.html).toMatch(/<p[^>]*>This is a demo/);
    expect(demo.catalogue.locale).toMatchObject({ charity: { isDemo: true } });
  });

  it('has the colour of the charity as a style sheet, where that can be read', () => {
    const coloured = (colour: string): string =>
      written(withCharity(built(), { ...charity, profile: { ...COUNTRY_PACKS.ie, colour } })).html;
    expect(coloured('#7a1fa2')).toContain('<link rel="stylesheet" href="/accent/7a1fa2.css" />');
    expect(coloured('#ffcc00')).not.toContain('/accent/');
    expect(coloured('')).not.toContain('/accent/');
  });

  it('writes days and times as people in that country do', () => {
    expect(page.catalogue.locale).toMatchObject({ formats: 'en-IE' });
  });
});

it('a charity that said nothing yet starts from the pack of its country', () => {
  expect(profileOf({ timeZone: 'Europe/London' })).toBe(COUNTRY_PACKS.gb);
  expect(profileOf({ timeZone: 'Europe/London', profile: COUNTRY_PACKS.nz })).toBe(COUNTRY_PACKS.nz);
});
