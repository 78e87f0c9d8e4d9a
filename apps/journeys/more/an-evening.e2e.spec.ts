import { readFile } from 'node:fs/promises';
import { applyFixtures } from '../run/apply-fixtures';
import { Album } from '../src/album';
import { asJourney, type Journey } from '../src/journey';
import type { TheResponder } from '../src/the-responder';

const onLaptop = new Album('laptop');

/** As many people as one can talk with. */
const takesChats = async (
  journey: Journey,
  who: TheResponder,
  ...names: readonly string[]
): Promise<void> => {
  await who.isThere();
  for (const name of names) {
    const visitor = await journey.visitor();
    await visitor.startsChat({ safety: 'safe', name });
    await who.accepts(name);
    await who.says(`Hello ${name}, what brings you here tonight?`);
    await visitor.says('It is a long story');
    await who.reads('It is a long story');
  }
};

/** Kit makes a link, a screen on a wall opens it, and shows nothing once it is revoked. */
const onTheWall = async (journey: Journey): Promise<void> => {
  const kit = await journey.administrator('Kit');
  await kit.isThere();
  await kit.page.goto('/console/setup/wall-links');
  await kit.presses('Make a link');
  await kit.page.getByLabel('Which screen is it for?').fill('Office');
  await kit.presses('Make the link');
  const address = await kit.page.locator('.wall-links__address').innerText();
  await kit.presses('I have copied it');
  const wall = await journey.administrator('a screen on a wall', { viewport: { width: 1920, height: 1080 } });
  await wall.page.goto(address);
  await wall.sees('heading', 'Answer rate');
  expect(await wall.page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
  await wall.meetsNoBarriers('a screen on a wall');
  await onLaptop.keepEveryWay(wall, 'wall');
  await kit.presses('Revoke Office');
  await kit.page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await kit.finds('No links yet');
  await wall.page.reload();
  await wall.finds('This link does not work.');
};

it(
  'a supervisor looks at today, at a week, and at its figures in a file, and an administrator puts them on a wall',
  asJourney(async (journey) => {
    const [sam, ana] = [await journey.responder('Sam'), await journey.supervisor('Ana')];
    await sam.comesBack();
    await sam.chooses(/^My status/, /^Available/);
    await sam.sees('region', 'OK to take chats today?');
    await onLaptop.keepForReadme(sam, 'check-in');
    await sam.becomesAvailable();
    await applyFixtures('an-evening');
    try {
      await ana.isThere();
      await ana.page.getByRole('link', { name: 'Today' }).click();
      await ana.sees('region', 'Answering people');
      await ana.meetsNoBarriers('today');
      await onLaptop.keepEveryWay(ana, 'today');
      await ana.page.getByRole('radio', { name: '7 days' }).check({ force: true });
      await ana.sees('group', 'Day by day as a table');
      const [file] = await Promise.all([ana.page.waitForEvent('download'), ana.presses('Download as CSV')]);
      const text = await readFile(await file.path(), 'utf8');
      expect(text.split('\r\n')[1]).toMatch(/^Days,.+ to /);
      expect(text).toContain('Answering people,Answer rate,');
      expect(text).not.toMatch(/too few to show \(/);

      await ana.page.getByRole('link', { name: 'People' }).click();
      await ana.sees('heading', 'People');
      await ana.finds('Sam');
      await onLaptop.keepForReadme(ana, 'people');
      await onTheWall(journey);
    } finally {
      await applyFixtures('as-it-was');
    }
  }),
);

it(
  '[SAF1] on a busy evening a supervisor sees first who needs them, on one screen',
  asJourney(async (journey) => {
    const [sam, jo] = [await journey.responder('Sam'), await journey.responder('Jo')];
    const ana = await journey.supervisor('Ana');
    await takesChats(journey, sam, 'Robin', 'Kim');
    await takesChats(journey, jo, 'Noor', 'Alex');
    await ana.isThere();
    for (const safety of ['safe', 'unsure'] as const) await (await journey.visitor()).startsChat({ safety });
    await (await journey.visitor()).startsChat({ safety: 'danger', name: 'Lena' });
    await sam.page.keyboard.press('Alt+s');
    await ana.seesIn('Waiting', 'Not sure if safe');
    const needs = ana.page.getByRole('region', { name: 'Needs you' });
    await needs.getByRole('listitem').filter({ hasText: 'Not safe now' }).waitFor();
    await needs
      .getByRole('listitem')
      .filter({ hasText: 'Sam' })
      .filter({ hasText: 'Calls for help' })
      .waitFor();
    await needs.getByRole('button', { name: 'Take this chat' }).first().waitFor();
    const alerts = ana.page.getByRole('region', { name: 'Alerts' });
    await alerts.getByText(/Someone in danger is waiting/).waitFor();
    await ana.meetsNoBarriers('the live view of a busy evening');
    await onLaptop.keepEveryWay(ana, 'live-view');
    await applyFixtures('an-hour-of-talking');
    await jo.finds(/^Time for a break of/);
    await onLaptop.keepForReadme(jo, 'break-due');
  }),
);
