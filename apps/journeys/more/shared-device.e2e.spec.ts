import { randomBytes } from 'node:crypto';
import { until } from '@warmline/test-kit/testing';
import { BrowserProfile } from '../src/browser-profile';
import { TheVisitor } from '../src/the-visitor';
import { endOf } from '../src/tidy';
import { Watch } from '../src/watch';

/** A word that is nowhere else. */
const canary = (): string => `canary${randomBytes(9).toString('hex')}`;

interface Chat {
  readonly visitor: TheVisitor;
  readonly secrets: readonly string[];
}

describe('what a browser has on its disk after a chat', () => {
  let profile: BrowserProfile;
  let watch: Watch;
  beforeAll(async () => {
    profile = await BrowserProfile.open();
    watch = await Watch.over(profile.context);
    await profile.context.route(/^https:/, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Sunny spells</h1>' }),
    );
  });
  afterAll(async () => {
    for (const token of watch.tokens) await endOf(token).catch(() => undefined);
    await profile.remove();
  });

  /** A chat in a tab of its own: a name, a message that was sent, and a draft that was not. */
  const chat = async (): Promise<Chat> => {
    const [name, sent, draft] = [canary(), canary(), canary()];
    const visitor = new TheVisitor('visitor', await profile.context.newPage(), watch);
    await visitor.startsChat({ name });
    await visitor.says(sent);
    await visitor.types(draft);
    return { visitor, secrets: [name, sent, draft] };
  };

  it('[PRV5] is neither token, name nor words after quick exit, the end, a closed tab and a killed browser', async () => {
    const chats = [await chat(), await chat(), await chat(), await chat()];
    const [left, ended, closed] = chats.map(({ visitor }) => visitor);
    // A tab behind another one draws nothing, and a press waits for what is drawn.
    await left?.page.bringToFront();
    await left?.page.getByRole('button', { name: /^Leave this page/ }).click();
    await left?.sees('heading', 'Sunny spells');
    await ended?.page.bringToFront();
    await ended?.stopsWaiting();
    await closed?.page.close();
    // What a page does store reaches the disk, and is found there.
    const control = canary();
    const page = await profile.context.newPage();
    await page.goto('/');
    await page.evaluate((text) => sessionStorage.setItem('control', text), control);
    await until(
      'the browser to write to its disk',
      async () => (await profile.filesWith(control)).length > 0,
    );
    await profile.killBrowser();
    expect(watch.tokens.size).toBe(4);
    for (const secret of [...watch.tokens, ...chats.flatMap(({ secrets }) => secrets)])
      expect(await profile.filesWith(secret)).toEqual([]);
  });
});
