import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SetupAnswer, SetupRow, SetupList } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aStaffMember, signIn } from '../../../test/deployment/staff';

/** A page as the build makes it, with few words. */
const CATALOGUE = {
  words: {
    title: 'Chat',
    arrive: { title: 'Chat with someone', closes: 'We close at {0:time}.' },
    turnedAway: { closed: { title: "We're closed right now", lead: '' } },
    midnight: 'midnight',
    holiday: 'Today is {0:name}.',
    opensOn: 'We open at {0:time} on {1:day}.',
    space: 'Space around {0:time}.',
    later: 'Later.',
    others: 'These people are open.',
  },
  locale: { language: 'en', formats: 'en-GB', direction: 'ltr', emergency: { shown: '999' } },
};
const PAGE = `<!doctype html><html lang="en" dir="ltr"><script type="application/json" id="words">${JSON.stringify(CATALOGUE)}</script><noscript><!--opening--><h1>Talk to someone</h1><!--/opening--></noscript></html>`;

let deployment: Deployment;
let cookie: string;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 0, timeScale: 0.1 });
  await writeFile(join(deployment.config.VISITOR_DIR, 'index.html'), PAGE);
  await deployment.startGateway();
  await deployment.startGateway();
  cookie = await signIn(deployment.gateway(), await aStaffMember(deployment, { role: 'administrator' }));
});
afterAll(() => deployment.stop());

const ask = async <Answer>(path: string, body?: object): Promise<Answer> => {
  const answer = await fetch(`${deployment.gateway().url}/api/setup/${path}`, {
    headers: { cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
};
const wordingList = (): Promise<SetupList> => ask('wording');
const save = async (name: string, rows: readonly SetupRow[]): Promise<SetupAnswer> =>
  ask(name, { version: (await ask<SetupList>(name)).version, checkOnly: false, rows });
const own = (key: string, text: string, language = 'en'): SetupRow => ({ language, key, own_text: text });

/** As a browser gets it from the other gateway. */
const page = async (languages = 'en'): Promise<{ readonly html: string; readonly answer: Response }> => {
  const answer = await fetch(deployment.gateway(1).url, { headers: { 'accept-language': languages } });
  return { html: await answer.text(), answer };
};
const served = (text: string, languages?: string): Promise<true> =>
  until(`"${text}" to be served`, async () => (await page(languages)).html.includes(text));

describe('the words of the visitor’s page', () => {
  it('the charity’s own words are served by every gateway with the same policy, and the defaults again when they are removed', async () => {
    const before = await page();
    expect(before.html).toContain('Chat with someone');
    expect(await save('wording', [own('arrive.title', 'We are here')])).toMatchObject({
      changed: 1,
      added: 0,
    });
    await served('We are here');
    const { html, answer } = await page();
    expect(html).toBe(before.html.replace('Chat with someone', 'We are here'));
    const policy = 'content-security-policy';
    expect(answer.headers.get(policy)).toBe(before.answer.headers.get(policy));
    await save('wording', [own('arrive.title', '')]);
    await served('Chat with someone');
    expect((await page()).html).toBe(before.html);
    expect(await deployment.database.count('wording')).toBe(0);
    // Once for each change, and never what was said.
    expect(await deployment.database.count(`audit_entry where reason = 'wording'`)).toBe(2);
  });

  it('words that the list does not name keep their defaults', async () => {
    await save('wording', [own('arrive.title', 'Hello'), own('arrive.closes', 'Until {time}!')]);
    await save('wording', [own('arrive.title', '')]);
    const { rows, defaults: given } = await wordingList();
    expect([given, rows.length]).toEqual(['only', 11]);
    expect(rows.find(({ key }) => key === 'arrive.closes')).toEqual({
      language: 'en',
      key: 'arrive.closes',
      default_text: 'We close at {time}.',
      own_text: 'Until {time}!',
    });
    await served('Until {0:time}!');
    await save('wording', [own('arrive.closes', '')]);
  });

  it('the charity’s own words are on the closed page too', async () => {
    await save('wording', [own('turnedAway.closed.title', 'Back tomorrow')]);
    const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'Europe/London' });
    const later = weekday.format(Date.now() + 3 * 86_400_000).toLowerCase();
    await save('hours', [{ weekday: later, opens: '01:00', closes: '01:30' }]);
    await served('<h1>Back tomorrow</h1>');
    await save('hours', []);
    await save('wording', [own('turnedAway.closed.title', '')]);
  });

  it('words without their placeholders, or empty ones, are refused cell by cell, and nothing is saved', async () => {
    const text = [
      'language;key;own_text',
      'en;arrive.closes;We close.',
      'en;arrive.title;<b>Hello</b>',
      'fr;arrive.title;Bonjour',
      'en;arrive.nothing;x',
      'en;title;{time}',
    ].join('\n');
    const { version } = await wordingList();
    const answer = await ask('wording/file', { version, checkOnly: false, format: 'csv', mode: 'add', text });
    expect(answer).toMatchObject({
      outcome: 'problems',
      problems: [
        { row: 1, column: 'own_text', problem: 'place_missing', names: ['time'] },
        { row: 2, column: 'own_text', problem: 'markup' },
        { row: 3, column: 'language', problem: 'unknown' },
        { row: 4, column: 'key', problem: 'unknown' },
        { row: 5, column: 'own_text', problem: 'place_unknown', names: ['time'] },
      ],
    });
    expect(await deployment.database.count('wording')).toBe(0);
  });

  it('another language is served once every text is there, to visitors who ask for it', async () => {
    const [service = {}] = (await ask<SetupList>('service')).rows;
    await save('service', [{ ...service, languages: 'en; cy' }]);
    await until('the rows of the new language', async () => (await wordingList()).rows.length === 22);
    const welsh = (await wordingList()).rows
      .filter(({ language, default_text: text }) => language === 'cy' && text !== '')
      .map((row) => ({ ...row, own_text: `cy ${row['default_text'] ?? ''}` }));
    await save('wording', welsh.slice(1));
    await save('wording', [own('title', 'Sgwrs ni', 'en')]);
    await served('Sgwrs ni', 'cy');
    await save('wording', welsh.slice(0, 1));
    await served('cy We close at {0:time}.', 'cy-GB, en;q=0.5');
    expect((await page('cy')).html).toContain('<html lang="cy" dir="ltr">');
    expect((await page('en')).html).toContain('Chat with someone');
  });
});
