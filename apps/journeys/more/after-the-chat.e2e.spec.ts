import { inConversation } from '../src/in-conversation';
import { asJourney } from '../src/journey';
import type { TheSupervisor } from '../src/the-supervisor';
import type { TheVisitor } from '../src/the-visitor';

const COMPLAINT = 'I waited for a long time';

const answers = async (robin: TheVisitor): Promise<void> => {
  const { page } = robin;
  await robin.picks('Better');
  await page.getByRole('group', { name: 'Did you feel listened to?' }).getByText('Yes').click();
  await page.getByLabel('Anything we should know?').fill('It helped to write');
  await robin.meetsNoBarriers('the questions after a chat');
  await robin.presses('Send answers');
  await robin.finds('Thank you. We have your answers.');
};

const complains = async (robin: TheVisitor): Promise<void> => {
  await robin.unfolds('Complain or tell us something');
  await robin.page.getByLabel('What would you like to tell us?').fill(COMPLAINT);
  await robin.meetsNoBarriers('complains');
  await robin.presses('Send to our supervisors');
  await robin.finds('Thank you. Our supervisors have it now.');
};

const reads = async (ana: TheSupervisor): Promise<void> => {
  await ana.isThere();
  await ana.presses('Read it');
  const dialog = ana.page.getByRole('dialog', { name: 'What someone told us' });
  await dialog.getByText(COMPLAINT).waitFor();
  await dialog.getByLabel('What was done').fill('We looked at the rota');
  await dialog.getByRole('button', { name: 'Save and close' }).click();
  await dialog.waitFor({ state: 'detached' });
  await ana.chooses('More pages', /^Told us/);
  await ana.finds('It helped to write');
  await ana.finds(/Closed by Ana/);
  await ana.meetsNoBarriers('reads what people told us');
};

it(
  '[AFT1] [AFT2] a visitor answers the questions after a chat and complains, and a supervisor reads both and closes the complaint',
  asJourney(async (journey) => {
    const { robin } = await inConversation(journey);
    await robin.endsChat();
    await answers(robin);
    await complains(robin);
    await reads(await journey.supervisor('Ana'));
  }),
);
