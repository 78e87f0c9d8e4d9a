import { Album } from '../src/album';
import { asJourney, type Journey } from '../src/journey';
import type { TheResponder } from '../src/the-responder';
import type { TheSupervisor } from '../src/the-supervisor';

const onLaptop = new Album('laptop');

interface People {
  readonly sam: TheResponder;
  readonly ana: TheSupervisor;
}

/** Robin talks with Sam, and Ana is at her desk, not at the live view. */
const talking = async (journey: Journey): Promise<People> => {
  const [sam, ana] = [await journey.responder('Sam'), await journey.supervisor('Ana')];
  await sam.isThere();
  const robin = await journey.visitor();
  await robin.startsChat({ safety: 'safe', name: 'Robin' });
  await sam.accepts('Robin');
  await robin.says('I do not know how to go on');
  await sam.reads('I do not know how to go on');
  await ana.comesBack();
  return { sam, ana };
};

const strip = (who: TheResponder | TheSupervisor) =>
  who.page.getByRole('region', { name: 'Your call for help' });
const alert = (who: TheResponder | TheSupervisor) => who.page.getByRole('region', { name: 'Alerts' });

const holdsTheKey = async (who: TheResponder): Promise<void> => {
  const { page } = who;
  await page.keyboard.down('Alt');
  await page.keyboard.down('s');
  await strip(who)
    .getByText(/urgently/)
    .waitFor();
  await page.keyboard.up('s');
  await page.keyboard.up('Alt');
};

/** Lena says that she is in danger, and nobody takes her. */
const alarmsOnEveryPage = async (journey: Journey, ana: TheSupervisor): Promise<void> => {
  const lena = await journey.visitor();
  await lena.startsChat({ safety: 'danger', name: 'Lena' });
  const alarm = alert(ana).getByText(/Someone in danger is waiting/);
  for (const page of ['Queue', 'People', 'Handovers', 'My desk', 'Live view']) {
    await ana.page.getByRole('link', { name: page, exact: true }).click();
    await alarm.waitFor();
    await onLaptop.keepForReadme(ana, `alarm-${page.toLowerCase().replace(' ', '-')}`);
  }
  await ana.meetsNoBarriers('an alarm');
  await onLaptop.keep(ana, 'help 5 an alarm about danger');
  await onLaptop.keepEveryWay(ana, 'alarm');
  await lena.stopsWaiting();
  await alarm.waitFor({ state: 'hidden' });
  await ana.writesUp('Lena called 999 herself');
};

it(
  '[HLP1] [HLP2] [SAF1] a key held down calls every supervisor urgently, the first who answers reads along, and an alarm about danger is on every page',
  asJourney(async (journey) => {
    const { sam, ana } = await talking(journey);
    await holdsTheKey(sam);
    await alert(ana).getByText('Sam calls for help, urgently', { exact: true }).waitFor();
    await sam.meetsNoBarriers('calling');
    await ana.meetsNoBarriers('called');
    await onLaptop.keep(sam, 'help 1 called');
    await onLaptop.keep(ana, 'help 2 a colleague calls');

    // The call is kept on the server, not in the page.
    await sam.page.reload();
    await strip(sam)
      .getByText(/urgently/)
      .waitFor();

    await alert(ana)
      .getByRole('button', { name: /^I’m coming/ })
      .click();
    await ana.reading.getByText('I do not know how to go on').waitFor();
    await strip(sam).getByText('Ana is with you and is reading along.').waitFor();
    await onLaptop.keep(sam, 'help 3 Ana is with Sam');
    await onLaptop.keep(ana, 'help 4 reading along');
    await ana.page.getByRole('button', { name: 'Stop reading' }).click();
    await strip(sam)
      .getByText(/has stopped reading along/)
      .waitFor();
    await strip(sam).getByRole('button', { name: 'Sorted, thanks' }).click();
    await strip(sam).waitFor({ state: 'hidden' });
    await alarmsOnEveryPage(journey, ana);
  }),
);
