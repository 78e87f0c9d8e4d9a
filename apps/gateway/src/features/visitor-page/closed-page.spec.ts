import { closedPage, type Closed } from './closed-page';
import { documentOf } from './visitor-document';

const words = {
  words: {
    turnedAway: { closed: { title: "We're closed <right> now", lead: 'Not now.' } },
    midnight: 'midnight',
    holiday: 'Today is {0:name}.',
    opensOn: 'We open at {0:time} on {1:day}.',
    space: 'Space around {0:time}.',
    later: 'Look again later.',
    others: 'Others are open.',
    more: 'whatever',
  },
  locale: { language: 'en', formats: 'en-GB', direction: 'ltr' },
};
const html = `<head><script type="application/json" id="words">${JSON.stringify(words).replaceAll('<', '\\u003c')}</script></head>
<noscript><!--opening--><h1>Talk to someone</h1><!--/opening--><a href="tel:999">999</a></noscript>`;
const closed: Closed = { opening: 'closed', opensAt: null, spaceAt: null, timeZone: 'Europe/London' };

const page = (given: Partial<Closed> = {}): string => {
  const document = documentOf(html);
  if (document === null) throw new Error('the page carries its words');
  return closedPage(document, { ...closed, ...given });
};

describe('the page of a closed opening, without script', () => {
  it('says that it is closed in the words of the page, and keeps who is there', () => {
    expect(page()).toContain(
      '<h1>We\'re closed &lt;right&gt; now</h1>\n<p class="lead">Not now. Look again later. Others are open.</p>',
    );
    expect(page()).toContain('<a href="tel:999">');
    expect(page()).not.toContain('Talk to someone');
  });

  it("says when it opens by the service's own clock", () => {
    const opensAt = Date.parse('2026-07-20T17:30:00Z');
    expect(page({ opensAt })).toMatch(/Not now\. We open at 18:30 on Monday\. Others/);
    expect(page({ opensAt, timeZone: 'Asia/Tokyo' })).toMatch(/We open at 0?2:30 on Tuesday/);
    const midnight = Date.parse('2026-07-20T23:00:00Z');
    expect(page({ opensAt: midnight })).toMatch(/We open at midnight on Tuesday/);
  });

  it('names the holiday for which it is closed', () => {
    expect(page({ holiday: 'Eid & $1' })).toContain('Today is Eid &amp; $1. Not now.');
  });

  it('[RTE7] says about when there may be space, where only that is known', () => {
    const spaceAt = Date.parse('2026-07-20T20:30:00Z');
    expect(page({ spaceAt })).toMatch(/Not now\. Space around 21:30\. Others/);
  });

  it('is the page as it is where there are no words for it', () => {
    expect(page({ opening: 'paused' })).toBe(html);
    expect(documentOf('<!doctype html><title>page</title>')).toBeNull();
  });
});
