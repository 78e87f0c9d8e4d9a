import { Album } from '../src/album';
import { talkingWithSam, type People } from '../src/handing-over';
import { asJourney } from '../src/journey';
import type { TheSupervisor } from '../src/the-supervisor';

const onLaptop = new Album('laptop');

const WORDS = 'You stayed with what Robin said. Next time, wait a little longer.';
const REPLY = 'Thank you, I will try that';

const marksEveryItem = async (ana: TheSupervisor): Promise<void> => {
  const items = ana.page.getByRole('radiogroup');
  await items.first().waitFor();
  for (const item of await items.all())
    await item.getByRole('radio', { name: 'There', exact: true }).check({ force: true });
};

const reviewed = async ({ ana, robin }: People): Promise<void> => {
  await ana.page.goto('/console/now');
  await ana.chooses('More for Robin', /^Mark for quality review/);
  await ana.finds('Marked for review. It is on the Quality page once it has ended.');
  await robin.endsChat();
  await ana.chooses('More pages', /^Quality/);
  await ana.page
    .getByRole('link', { name: /^Open the review of Sam/ })
    .last()
    .click();
  await ana.presses('Take this review');
  await marksEveryItem(ana);
  await ana.page.getByRole('textbox', { name: 'Feedback' }).fill(WORDS);
  await ana.finds('Draft saved');
  await onLaptop.keepEveryWay(ana, 'review');
  await ana.meetsNoBarriers('writes a review');
  await ana.presses('Give feedback');
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Give feedback' }).click();
  await ana.finds('100 %');
};

const answered = async ({ ana, sam }: People): Promise<void> => {
  await sam.chooses(/^Sam: menu/, /^My feedback/);
  await sam.page
    .getByRole('link', { name: /^Read the feedback of Ana/ })
    .first()
    .click();
  await sam.finds(WORDS);
  await sam.page.getByRole('textbox', { name: 'Your reply' }).fill(REPLY);
  await sam.presses('Send reply');
  await sam.page.getByRole('listitem').filter({ hasText: REPLY }).waitFor();
  await sam.meetsNoBarriers('reads feedback');
  await ana.page.reload();
  await ana.finds(REPLY);
};

it(
  '[QLT3] a supervisor reads a conversation that has ended beside the rubric, and its responder reads the feedback and replies',
  asJourney(async (journey) => {
    const people = await talkingWithSam(journey);
    for (const step of [reviewed, answered]) await step(people);
  }),
);
