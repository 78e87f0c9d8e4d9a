import type { Page } from 'playwright-core';
import { until } from '@warmline/test-kit/testing';
import { CharitySite, LAUNCHER } from '../src/charity-site';
import { asJourney, type Journey } from '../src/journey';
import { warmlineUrl } from '../src/running';
import { TheVisitor } from '../src/the-visitor';

let site: CharitySite;
beforeAll(async () => {
  site = await CharitySite.open();
});
afterAll(() => site.close());

const SECRET = 'Something only Sam should read';

/** Themes style every element, and keep all that other frames send. */
const THEME = `<!doctype html><html lang="en"><head><title>Harbour</title>
<style>* { font: 40px serif !important; } div, button, section, iframe { display: block; color: red; position: static; z-index: 1; }
#page { position: relative; z-index: 99999; }</style></head>
<body><main id="page"><h1>Harbour</h1><p>How we help</p></main>
<script>window.heard = []; addEventListener('message', ({ data, origin }) => heard.push([origin, JSON.stringify(data)]));</script>`;
const STRICT = [
  `default-src 'none'`,
  `script-src ${warmlineUrl()}`,
  `frame-src ${warmlineUrl()}`,
  `connect-src ${warmlineUrl()}`,
  `require-trusted-types-for 'script'`,
  `trusted-types 'none'`,
].join('; ');

/** The visitor as they are within the frame: what they see and press there is what they see on the page itself. */
const inTheFrame = async (robin: TheVisitor): Promise<TheVisitor> => {
  await robin.page.getByRole('button', { name: 'Chat with us' }).click();
  const holder = robin.page.getByTitle('Chat with us');
  await holder.contentFrame().getByRole('heading', { name: 'Chat with someone' }).waitFor();
  const frame = await (await holder.elementHandle())?.contentFrame();
  if (frame == null) throw new Error('the chat is in no frame');
  // A frame finds things as a page does.
  return new TheVisitor(robin.called, frame as unknown as Page, robin.watch);
};

const visits = async (journey: Journey, address: string): Promise<TheVisitor> => {
  const robin = await journey.visitor();
  await robin.page.goto(address);
  return robin;
};

const startsIn = async (chat: TheVisitor): Promise<void> => {
  await chat.seesThatItIsOpen();
  await chat.asksToStart();
  await chat.goesOn();
  await chat.answers({ name: 'Robin' });
};

it(
  '[SEC6] a visitor chats on a charity’s own site, which reads no message, token or name, and leaves it with one press',
  asJourney(async (journey) => {
    await site.isAllowed(journey);
    const sam = await journey.responder('Sam');
    await sam.isThere();
    const robin = await visits(journey, site.put('/', { html: THEME + LAUNCHER }));
    await robin.finds('Open now');
    const chat = await inTheFrame(robin);
    await startsIn(chat);
    await sam.accepts('Robin');
    await chat.says(SECRET);
    await sam.reads(SECRET);
    await robin.presses('Close');
    await sam.says(`Hello <img src=x onerror="parent.hit=1"><script>top.hit=1</script>`);
    await robin.finds('1 new message');
    const read = await robin.page.evaluate(() => {
      const frame = document.querySelector('[data-warmline-launcher]')?.shadowRoot?.querySelector('iframe');
      return {
        document: frame?.contentDocument ?? null,
        heard: (globalThis as unknown as { heard: unknown[] }).heard,
        hit: 'hit' in globalThis,
        kept: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].join(''),
      };
    });
    const known = ['{"open":true}', '{"unread":0}', '{"unread":1}'];
    expect(read).toMatchObject({ document: null, hit: false, kept: '' });
    for (const [from, said] of read.heard as [string, string][]) {
      expect(from).toBe(warmlineUrl());
      expect(known).toContain(said);
    }
    await robin.page.getByRole('button', { name: /^Chat with us/ }).click();
    await chat.reads('Hello <img');
    await chat.page.getByRole('button', { name: /^Leave this page/ }).click();
    await robin.sees('heading', 'Sunny spells');
    await sam.finds('The visitor left quickly');
  }),
);

it(
  '[SEC6] the launcher works under a strict policy of the site without a violation, and survives a change of its body',
  asJourney(async (journey) => {
    await site.isAllowed(journey);
    const headers = { 'Content-Security-Policy': STRICT, 'Referrer-Policy': 'no-referrer' };
    const html = `<!doctype html><html lang="en"><title>Harbour</title><h1>Harbour</h1>${LAUNCHER}`;
    const robin = await visits(journey, site.put('/strict', { html, headers }));
    await robin.meetsNoBarriers('the button on a site');
    const chat = await inTheFrame(robin);
    await startsIn(chat);
    await robin.page.evaluate(() => document.body.replaceWith(document.createElement('body')));
    await chat.sees('heading', "You're in the queue");
    await chat.page.locator('body').press('Escape');
    await robin.page.getByRole('button', { name: /^Chat with us/ }).waitFor();
  }),
);

it(
  '[SEC6] a site that is not allowed cannot frame the page, and shows a plain link instead',
  asJourney(async (journey) => {
    await site.isAllowed(journey);
    const robin = await journey.visitor();
    site.put('/elsewhere', { html: THEME + LAUNCHER });
    await robin.page.goto(`${site.otherOrigin}/elsewhere`);
    await robin.page.getByRole('button', { name: 'Chat with us' }).click();
    await robin.finds('The chat cannot open inside this page.');
    const link = robin.page.getByRole('link', { name: 'Chat with us' });
    expect(await link.getAttribute('href')).toBe(`${warmlineUrl()}/`);
    expect(robin.page.frames().map((frame) => frame.url())).not.toContain(`${warmlineUrl()}/`);
    robin.watch.problems.length = 0;
  }),
);

it(
  '[SEC6] forged messages of another frame neither reach the chat nor move the site, and a sandboxed frame has no chat',
  asJourney(async (journey) => {
    await site.isAllowed(journey);
    const forger = `<script>for (const to of [parent, ...Array.from({ length: parent.length }, (_, at) => parent[at])])
      for (const data of [{ close: 'https://evil.example/' }, { open: true }, { unread: 7 }, { token: 'x' }]) to.postMessage(data, '*');</script>`;
    site.put('/forger', { html: forger });
    const html = `${THEME}<iframe id="boxed" sandbox="allow-scripts" src="${warmlineUrl()}/"></iframe>${LAUNCHER}`;
    const robin = await visits(journey, site.put('/forged', { html }));
    const boxed = robin.page.frameLocator('#boxed');
    await boxed.getByRole('link', { name: '116 123' }).waitFor();
    const chat = await inTheFrame(robin);
    await robin.page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, `${site.otherOrigin}/forger`);
    await until('the forged messages to be there', () =>
      robin.page.evaluate(() =>
        JSON.stringify((globalThis as unknown as { heard: unknown }).heard).includes('token'),
      ),
    );
    await startsIn(chat);
    expect(robin.page.url()).toBe(`${site.origin}/forged`);
    expect(await robin.page.getByText('7 new messages').count()).toBe(0);
    expect(await boxed.getByRole('button', { name: 'Start' }).count()).toBe(0);
    robin.watch.problems.length = 0;
  }),
);

it(
  '[SEC6] quick exit blanks the frame and says what to do where the site keeps its page, with storage blocked',
  asJourney(async (journey) => {
    await site.isAllowed(journey);
    const look = 'style="position: fixed; inset: 0; width: 360px; height: 640px"';
    const html = `<!doctype html><title>Harbour</title><iframe title="Kept" ${look} sandbox="allow-scripts allow-same-origin" src="${warmlineUrl()}/"></iframe>`;
    const robin = await visits(journey, site.put('/kept', { html }));
    const frame = robin.page.getByTitle('Kept').contentFrame();
    await frame.locator('button[aria-disabled=false]', { hasText: 'Start' }).waitFor();
    const storage = await frame.locator('body').evaluate(() => {
      try {
        return sessionStorage.length;
      } catch {
        return 'blocked';
      }
    });
    // The browser blocks storage of other sites, as it does in private windows.
    expect(storage).toBe('blocked');
    await frame.getByRole('button', { name: /^Leave this page/ }).click();
    await frame.getByRole('alert').getByText('Close this tab now.').waitFor();
    expect(await frame.locator('body').innerText()).toBe('Close this tab now.');
    expect(robin.page.url()).toBe(`${site.origin}/kept`);
    robin.watch.problems.length = 0;
  }),
);

it(
  'without JavaScript the site has a plain link to the chat',
  asJourney(async (journey) => {
    const robin = await journey.visitor({ javaScriptEnabled: false });
    await robin.page.goto(site.put('/plain', { html: THEME + LAUNCHER }));
    await robin.page.getByRole('link', { name: 'Chat with us' }).click();
    await robin.finds(/Our chat needs JavaScript/);
  }),
);
