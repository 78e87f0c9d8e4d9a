import { revealHidden } from '@warmline/vocabulary';
import { asJourney, type Journey } from '../src/journey';

const HOSTILE = [
  '<script>alert("from a message")</script>',
  '<img src="x" onerror="alert(1)"><b>bold</b> &amp; &lt;',
  'javascript:alert(1) data:text/html,<svg/onload=alert(1)>',
  '\u202Etxet sdrawkcab\u202C and back',
  'مرحبا، أنا هنا',
  '👩‍👩‍👧‍👦 🏳️‍🌈 ' + 'é'.normalize('NFD'),
  'Zalgo: ' + 'a\u0300\u0301\u0302\u0303'.repeat(20),
  'line one\nline two\n\nline four',
];

const talking = async (journey: Journey) => {
  const sam = await journey.responder('Sam');
  await sam.isThere();
  const robin = await journey.visitor();
  await robin.startsChat({ name: '<b>Robin</b>' });
  await sam.accepts('<b>Robin</b>');
  return { robin, sam };
};

it(
  'a message stays plain text on both sides, even if it looks like code',
  asJourney(async (journey) => {
    const { robin, sam } = await talking(journey);
    for (const text of HOSTILE) await robin.sends(text);
    await sam.reads('line four');
    for (const text of HOSTILE) await sam.sends(text);
    await robin.page.waitForFunction((count) => document.querySelectorAll('li.message').length === count, 16);
    for (const { page } of [robin, sam]) {
      const bodies = page.locator('.body, .thread__body');
      expect(await bodies.allTextContents()).toEqual([...HOSTILE, ...HOSTILE].map(revealHidden));
      expect(await bodies.locator('*').count()).toBe(0);
    }
    await robin.meetsNoBarriers('odd words');
    await sam.meetsNoBarriers('odd words');
  }),
);

it(
  'a message is not sent when it is empty or one character too long',
  asJourney(async (journey) => {
    const { robin, sam } = await talking(journey);
    await robin.sends('');
    await robin.sends('  \n ');
    await robin.sends('🫶'.repeat(4_001));
    await robin.finds('Your message is 1 character too long. You could send it in two parts.');
    await robin.meetsNoBarriers('a message too long');
    await robin.sends('🫶'.repeat(4_000));
    await sam.reads('🫶🫶🫶');
    expect(await robin.thread()).toEqual(['🫶'.repeat(4_000)]);
    await sam.box.fill('a'.repeat(4_001));
    await sam.finds(/1 characters? too many/);
    expect(await sam.button('Send').isDisabled()).toBe(true);
    await sam.box.press('Control+Enter');
    expect(await sam.thread()).toEqual(['🫶'.repeat(4_000)]);
  }),
);

it(
  'the page keeps back a message of 100 KB, and the connection stays open',
  asJourney(async (journey) => {
    const { robin, sam } = await talking(journey);
    const [lines, framesBefore] = [robin.watch.sockets.length, robin.watch.largestFrame];
    expect(framesBefore).toBeLessThan(1_000);
    await robin.sends('words '.repeat(17_000));
    await robin.finds(/characters too long/);
    await robin.box.press('Enter');
    await robin.says('Short again');
    await sam.reads('Short again');
    expect(robin.watch.largestFrame).toBeLessThan(1_000);
    expect(robin.watch.sockets.length).toBe(lines);
    await sam.sends('words '.repeat(17_000));
    await sam.says('Short as well');
    expect(sam.watch.largestFrame).toBeLessThan(1_000);
  }),
);

it(
  'the page asks before a phone number is sent',
  asJourney(async (journey) => {
    const { robin, sam } = await talking(journey);
    await robin.sends('call me on 07700 900123');
    await robin.finds('Your message seems to have a phone number in it.');
    await robin.meetsNoBarriers('a phone number');
    await robin.presses('Change it');
    expect(await robin.box.inputValue()).toBe('call me on 07700 900123');
    expect(await robin.thread()).toEqual([]);
    await robin.sendsAnyway();
    await sam.reads('call me on 07700 900123');
    await sam.sends('or write to me@example.org, www.example.org');
    await sam.finds('me@example.org is an email address.');
    await sam.finds('www.example.org is not in your list of vetted resources.');
    await sam.meetsNoBarriers('asked before contact details go out');
    await sam.presses('Send anyway');
    await robin.reads('or write to me@example.org');
  }),
);

it(
  'a long link in the box leaves Send on the page of a narrow phone',
  asJourney(async (journey) => {
    const robin = await journey.visitor();
    await robin.page.setViewportSize({ width: 320, height: 568 });
    await robin.startsChat({ name: 'Robin' });
    for (const length of [46, 139, 400]) {
      await robin.box.fill(`https://a.example/${'x'.repeat(length)}`);
      const send = await robin.button('Send').boundingBox();
      expect((send?.x ?? 0) + (send?.width ?? Number.NaN)).toBeLessThanOrEqual(320);
      expect(await robin.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
  }),
);
