import {
  documentOf,
  inOwnWords,
  isWhole,
  wordingLanguages,
  written,
  type VisitorDocument,
} from './visitor-document';

const catalogue = {
  words: { arrive: { title: 'Chat', closes: 'We close at {0:time}.', empty: '' }, odd: '</script>' },
  locale: { language: 'en', formats: 'en-GB', direction: 'ltr', listener: { name: 'Samaritans' } },
};
const html = `<!doctype html><html lang="en" dir="ltr"><script type="application/json" id="words">${JSON.stringify(catalogue).replaceAll('<', '\\u003c')}</script><script type="module" src="/assets/x.js"></script></html>`;
const built = (): VisitorDocument => {
  const document = documentOf(html);
  if (document === null) throw new Error('the page carries its words');
  return document;
};
const own = new Map([
  ['arrive.title', 'Talk </script><b>$&'],
  ['arrive.closes', 'Till {time}'],
  ['odd', 'Odd'],
]);

describe('the visitor’s page in the charity’s own words', () => {
  it('says them where the defaults stood, and is otherwise the page as it was built', () => {
    const plain = new Map([['arrive.closes', "Till {time}, that's $& all"]]);
    const page = written(inOwnWords(built(), 'en', plain));
    expect(documentOf(page.html)?.catalogue).toEqual({
      words: {
        arrive: { title: 'Chat', closes: "Till {0:time}, that's $& all", empty: '' },
        odd: '</script>',
      },
      locale: catalogue.locale,
    });
    expect(page.html.replace(/id="words">[^]*?<\/script>/, '')).toBe(
      html.replace(/id="words">[^]*?<\/script>/, ''),
    );
  });

  it('never ends its script, and passes over a text that could not stand', () => {
    const page = written(inOwnWords(built(), 'en', own));
    expect(page.html.match(/<\/script>/g)).toHaveLength(2);
    expect(documentOf(page.html)?.catalogue.words).toMatchObject({ arrive: { title: 'Chat' } });
  });

  it('in another language says so, and which way it is written', () => {
    const page = written(inOwnWords(built(), 'ar', new Map()));
    expect(page.html).toContain('<html lang="ar" dir="rtl">');
    expect(page.catalogue.locale).toMatchObject({
      language: 'ar',
      formats: 'ar',
      direction: 'rtl',
      listener: { name: 'Samaritans' },
    });
  });

  it('is whole in a language once every text that says something is there', () => {
    const sound = new Map([...own, ['arrive.title', 'Talk']]);
    expect(isWhole(built(), sound)).toBe(true);
    expect(isWhole(built(), new Map([...sound].slice(1)))).toBe(false);
    // One of them could not stand.
    expect(isWhole(built(), own)).toBe(false);
  });

  it('may be in the language of the page and in those the charity is offered in', () => {
    expect(wordingLanguages(built(), ['en-GB', 'cy', 'pl'])).toEqual(['en', 'cy', 'pl']);
  });
});
