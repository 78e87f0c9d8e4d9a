import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { startEmptyWarmline, type EmptyWarmline } from '../run/empty-warmline';
import { EVIDENCE } from '../src/evidence';
import { asJourney, type Journey } from '../src/journey';
import { withAuthenticator } from '../src/passkeys';
import type { TheVisitor } from '../src/the-visitor';
import { Walkthrough } from '../src/walkthrough';

/** The goal, for a person (min). */
const GOAL = 20;
/** Of its start and all steps on a slow machine (ms). */
const TIMEOUT = 15 * 60_000;
/** For one step (ms). */
const PATIENCE = 60_000;
const SHIFT = 2 * 60 * 60_000;

let empty: EmptyWarmline;
beforeAll(async () => {
  empty = await startEmptyWarmline();
}, TIMEOUT);
afterAll(() => empty.stop());

const inLondon = (at: number, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', hourCycle: 'h23', ...parts }).format(at);
const dayOf = (at: number): string => inLondon(at, { dateStyle: 'short' });
const timeOf = (at: number): string => inLondon(at, { hour: '2-digit', minute: '2-digit' });

/** Someone of the new charity on a laptop with a passkey. */
class Newcomer {
  constructor(
    readonly page: Page,
    readonly walk: Walkthrough,
  ) {}

  static async enter(journey: Journey, name: string, walk: Walkthrough): Promise<Newcomer> {
    const { page } = await journey.administrator(name, { baseURL: empty.url });
    page.setDefaultTimeout(PATIENCE);
    await withAuthenticator(page);
    return new Newcomer(page, walk);
  }

  press(name: string, within: Page | Locator = this.page): Promise<void> {
    return this.walk.presses(within.getByRole('button', { name, exact: true }));
  }

  type(label: string, text: string, within: Page | Locator = this.page): Promise<void> {
    return this.walk.types(within.getByLabel(label, { exact: true }).first(), text);
  }

  /** From the checklist to the page that cures a line of it. */
  async goTo(page: string): Promise<void> {
    await this.walk.presses(this.page.getByRole('link', { name: page, exact: true }).first());
    await this.page.getByRole('heading', { name: page, level: 1 }).waitFor();
    await this.walk.reads(this.page.locator('.board .setup__lead'));
  }

  /** A dialog that a button opens, filled in and gone once it is saved. */
  async inDialog(opens: string, fill: (dialog: Locator) => Promise<void>, saves = 'Save'): Promise<void> {
    await this.press(opens);
    // What a save shows after it is another dialog.
    const button = this.page.getByRole('button', { name: saves, exact: true });
    const dialog = this.page.getByRole('dialog').filter({ has: button });
    await dialog.waitFor();
    await fill(dialog);
    await this.press(saves, dialog);
    await dialog.waitFor({ state: 'detached' });
  }

  async opensAccount(link: string, account: { name: string; signInName?: string; password: string }) {
    await this.page.goto(link);
    await this.page.getByLabel('Password', { exact: true }).waitFor();
    await this.walk.reads(this.page.locator('main'));
    await this.type('Your name', account.name);
    if (account.signInName !== undefined) await this.type('Sign-in name', account.signInName);
    await this.type('Password', account.password);
    await this.walk.presses(this.page.locator('form button[type=submit]'));
    await this.press('Make a passkey on this device');
    await this.walk.reads(this.page.locator('main'));
    await this.press('I have kept them');
  }
}

const sets = async (kim: Newcomer): Promise<void> => {
  await kim.opensAccount(empty.setUpLink, {
    name: 'Kim',
    signInName: 'kim',
    password: 'seven quiet boats at noon',
  });
  await kim.press('Set up the service');
  await kim.page.getByRole('heading', { name: 'Ready to open' }).waitFor();
  await kim.walk.reads(kim.page.locator('.board'));
  await kim.walk.step(
    kim.page,
    'the set-up link, the first administrator and a passkey: the checklist is there',
  );
  await kim.goTo('Your charity');
  await kim.type('Name of your charity', 'Quay Talk');
  await kim.walk.reads(
    kim.page.getByRole('region', { name: 'Numbers to call' }).or(kim.page.locator('.charity')).first(),
  );
  await kim.press('Save');
  await kim.page.getByText(/^Saved\./).waitFor();
  await kim.walk.step(kim.page, 'the name, with the numbers of the country read');
  await kim.goTo('When we are open');
  await kim.walk.presses(kim.page.getByText('Open at set hours'));
  await kim.press('Add hours on Monday');
  await kim.type('Opens', '00:00');
  await kim.type('Closes', '00:00');
  await kim.press('Copy the hours of Monday');
  await kim.walk.presses(kim.page.getByRole('menuitem', { name: 'To every day' }));
  await kim.press('Save hours');
  await kim.page.getByText(/^The hours are saved/).waitFor();
  await kim.walk.step(kim.page, 'the hours');
};

const invites = async (kim: Newcomer, name: string, role: string): Promise<string> => {
  await kim.goTo('People');
  await kim.inDialog('Add a person', async (dialog) => {
    await kim.walk.reads(dialog);
    await kim.type('Sign-in name', name.toLowerCase(), dialog);
    await kim.type('Name', name, dialog);
    await kim.walk.presses(dialog.getByText(role, { exact: true }).first());
  });
  const links = kim.page.getByRole('dialog', { name: 'Links for new people' });
  const link = /http\S+#invite=\S+/.exec(await links.innerText())?.[0] ?? '';
  await kim.press('I have passed them on', links);
  await kim.walk.presses(kim.page.getByRole('link', { name, exact: true }));
  for (const module of ['Safeguarding', 'Data protection', 'Background check'])
    await kim.inDialog('Add training', async (dialog) => {
      await kim.walk.presses(dialog.getByText(module, { exact: true }));
      await kim.type('Date passed', inLondon(Date.now() - 30 * 86_400_000, { dateStyle: 'short' }), dialog);
      await kim.type('Valid until', inLondon(Date.now() + 300 * 86_400_000, { dateStyle: 'short' }), dialog);
    });
  await kim.walk.step(kim.page, `${name} is invited as ${role.toLowerCase()}, with their training`);
  return link;
};

const plans = async (kim: Newcomer): Promise<void> => {
  await kim.goTo('Rota');
  const now = Date.now();
  for (const name of ['Sam', 'Ana'])
    await kim.inDialog(
      'Add a shift',
      async (dialog) => {
        await kim.walk.presses(dialog.getByText(name, { exact: true }));
        await kim.type('Date', dayOf(now), dialog);
        await kim.type('From', timeOf(now), dialog);
        await kim.type('To', timeOf(now + SHIFT), dialog);
      },
      'Put in the plan',
    );
  await kim.press('Save rota');
  await kim.page.getByText(/^The rota is saved/).waitFor();
  await kim.walk.step(kim.page, 'the rota of this evening');
  await kim.goTo('Starters');
  await kim.inDialog('Add a starter', async (dialog) => {
    await kim.walk.presses(dialog.getByText('Connect', { exact: true }));
    await kim.type('Title', 'Hello', dialog);
    await kim.type('Text', 'Hello, I am glad you are here. What brings you today?', dialog);
  });
  await kim.goTo('Resources');
  await kim.inDialog('Add a resource', async (dialog) => {
    await kim.type('Name', 'Quay walk-in', dialog);
    await kim.type('Description', 'Talk to someone at the harbour, no booking', dialog);
    await kim.type('Phone', '01632 960 001', dialog);
    await kim.type('Hours', 'Every day, 9 to 5', dialog);
    await kim.type('Source', 'quay.example', dialog);
    await kim.type('Date checked', dayOf(now), dialog);
  });
  await kim.walk.step(kim.page, 'what we say and what we point to');
};

const opens = async (kim: Newcomer): Promise<void> => {
  await kim.goTo('Test chat');
  await kim.press('Begin a test chat');
  await kim.type('As the visitor', 'Hello, is someone there?');
  await kim.press('Send as the visitor');
  await kim.type('As the responder', 'Yes, I am here.');
  await kim.press('Send as the responder');
  await kim.press('Finish the test chat');
  await kim.page.getByText(/^The test chat is finished/).waitFor();
  await kim.walk.step(kim.page, 'the test chat');
  await kim.goTo('Ready to open');
  for (const said of ['I have checked every number', 'I have read every text']) {
    await kim.press(said);
    await kim.page.getByRole('button', { name: said }).waitFor({ state: 'detached' });
  }
  await kim.walk.reads(kim.page.locator('.ready'));
  await kim.press('Open the chat');
  await kim.walk.reads(kim.page.getByRole('dialog'));
  await kim.press('Open anyway');
  await kim.page.getByText(/^The chat was opened/).waitFor();
  await kim.walk.step(kim.page, 'the chat is open');
};

/** On the desk, and checked in. */
const comesOn = async (who: Newcomer, link: string, name: string): Promise<void> => {
  await who.opensAccount(link, { name, password: `five ${name} lamps by the door` });
  await who.page.getByText('Connected', { exact: true }).first().waitFor();
  if (name === 'Ana') await who.walk.presses(who.page.getByRole('link', { name: 'My desk', exact: true }));
  await who.press('Yes');
  await who.page.getByRole('button', { name: 'Yes', exact: true }).waitFor({ state: 'detached' });
  await who.walk.step(who.page, `${name} opens their account and is on shift`);
};

const firstChat = async (robin: TheVisitor, sam: Newcomer): Promise<void> => {
  await robin.startsChat({ safety: 'unsaid', name: 'Robin' });
  await sam.press('Accept');
  await robin.says('Is someone really there?');
  await sam.page.getByText('Is someone really there?').first().waitFor();
  await sam.walk.types(
    sam.page.getByRole('textbox', { name: 'Write to Robin' }),
    'Yes. I am Sam, and I am with you.',
  );
  await sam.walk.presses(sam.page.getByRole('button', { name: 'Send', exact: true }));
  await robin.reads('I am with you');
  await sam.walk.step(robin.page, 'the first visitor reads the first answer');
};

it(
  '[ACC1] a charity goes from an empty deployment to its first real chat by the checklist, in twenty minutes of a person',
  asJourney(async (journey) => {
    const walk = new Walkthrough('opening-a-service');
    const kim = await Newcomer.enter(journey, 'Kim', walk);
    await sets(kim);
    const links = {
      Sam: await invites(kim, 'Sam', 'Responder'),
      Ana: await invites(kim, 'Ana', 'Supervisor'),
    };
    await plans(kim);
    const [sam, ana] = [
      await Newcomer.enter(journey, 'Sam', walk),
      await Newcomer.enter(journey, 'Ana', walk),
    ];
    await comesOn(ana, links.Ana, 'Ana');
    await comesOn(sam, links.Sam, 'Sam');
    await opens(kim);
    await firstChat(await journey.visitor({ baseURL: empty.url }), sam);
    mkdirSync(EVIDENCE, { recursive: true });
    writeFileSync(join(EVIDENCE, 'opening-walk.md'), `${walk.table()}\n`);
    process.stdout.write(`${walk.table()}\n`);
    expect(walk.personMinutes).toBeLessThan(GOAL);
  }),
  TIMEOUT,
);
