import { asJourney } from '../src/journey';
import { warmlineUrl } from '../src/running';
import type { Watch } from '../src/watch';

const { origin, host } = new URL(warmlineUrl());

const isOurs = (url: string): boolean =>
  url.startsWith(`${origin}/`) || url.startsWith(`ws://${host}/`) || url.startsWith('data:');

const strangers = ({ requests, sockets }: Watch): readonly string[] =>
  [...requests, ...sockets].filter((url) => !isOurs(url));

it(
  '[PRV6] the pages ask only the charity’s own server, and the visitor’s keeps no cookie and names its token in no address',
  asJourney(async (journey) => {
    const [ana, sam] = [await journey.supervisor('Ana'), await journey.responder('Sam')];
    await ana.isThere();
    await sam.isThere();
    const robin = await journey.visitor();
    await robin.startsChat({ safety: 'danger', name: 'Robin' });
    await robin.says('Hello, look at https://example.org/');
    await sam.accepts('Robin');
    await sam.putsInReply('Samaritans');
    await sam.presses('Send');
    await robin.sees('link', 'https://www.samaritans.org');
    await ana.asksToReadAlongWith('Robin');
    await ana.opensAndReads();
    await robin.endsChat();
    await sam.wrapsUp();
    for (const { watch, page } of [ana, sam, robin]) {
      expect(strangers(watch)).toEqual([]);
      expect(watch.sockets.length).toBeGreaterThan(0);
      expect(await page.evaluate(() => document.fonts.size)).toBe(0);
    }
    expect(await robin.page.context().cookies()).toEqual([]);
    const [token] = robin.watch.tokens;
    expect(token).toHaveLength(43);
    const addresses = [...robin.watch.requests, ...robin.watch.sockets].join('\n');
    expect(addresses).not.toContain(token);
  }),
);

it(
  'a visitor can start after five requests at most',
  asJourney(async (journey) => {
    const robin = await journey.visitor();
    await robin.opens();
    await robin.page.waitForLoadState('networkidle');
    expect(robin.watch.requests.filter((url) => !url.startsWith('data:')).length).toBeLessThanOrEqual(5);
    expect(robin.watch.sockets).toEqual([]);
  }),
);

it(
  'the page names a number to call where JavaScript is off',
  asJourney(async (journey) => {
    const robin = await journey.visitor({ javaScriptEnabled: false });
    await robin.page.goto('/');
    await robin.finds(/Our chat needs JavaScript/);
    expect(await robin.page.getByRole('link', { name: '116 123' }).getAttribute('href')).toBe('tel:116123');
    expect(await robin.page.getByRole('link', { name: '999' }).getAttribute('href')).toBe('tel:999');
  }),
);

it(
  'the page names a number to call while the service cannot be reached, and goes on once it can',
  asJourney(async (journey) => {
    const robin = await journey.visitor();
    await robin.page.clock.install();
    await robin.page.route('**/api/service*', (route) => route.abort());
    await robin.page.goto('/');
    await robin.finds('Checking that we are open.');
    await robin.page.clock.fastForward(11_000);
    await robin.sees('heading', "Our chat isn't working at the moment");
    await robin.sees('link', '116 123');
    await robin.meetsNoBarriers('the service cannot be reached');
    await robin.page.unroute('**/api/service*');
    await robin.seesThatItIsOpen();
  }),
);

it(
  'the page names a number to call while the charity is closed',
  asJourney(async (journey) => {
    const robin = await journey.visitor();
    const closed = { name: 'Harbour Listening', opening: 'closed', languages: ['en'] };
    await robin.page.route('**/api/service*', (route) => route.fulfill({ json: closed }));
    await robin.page.goto('/');
    await robin.sees('heading', "We're closed right now");
    await robin.sees('link', '116 123');
    await robin.meetsNoBarriers('closed');
  }),
);
