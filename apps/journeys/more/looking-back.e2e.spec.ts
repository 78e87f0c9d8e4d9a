import { talkingWithSam, type People } from '../src/handing-over';
import { asJourney } from '../src/journey';

const opened = async ({ ana, robin }: People): Promise<void> => {
  await robin.endsChat();
  await ana.chooses('More pages', /^History/);
  await ana.finds('Conversations by time, and who read them.');
  await ana.meetsNoBarriers('sees the history');
  await ana.page
    .getByRole('link', { name: /^Open Visitor/ })
    .first()
    .click();
  await ana.page.getByText('To support the responder').click();
  await ana.presses('Open the conversation');
  await ana.finds('He died in spring');
  await ana.finds('Sam took the conversation');
  await ana.meetsNoBarriers('reads a conversation of the past');
};

const proved = async ({ ana }: People): Promise<void> => {
  await ana.page
    .getByRole('button', { name: /^Is this entry in the log\? The visitor came/ })
    .first()
    .click();
  await ana.finds('Yes. This entry is in the log');
  await ana.meetsNoBarriers('reads a proof');
};

const seen = async ({ sam }: People): Promise<void> => {
  await sam.page.goto('/console/readers');
  await sam.finds('opened it in History (To support the responder)');
};

it(
  '[AUD1] [AUD3] a supervisor opens a conversation of the past for a purpose and proves an entry, and its responder sees who read it',
  asJourney(async (journey) => {
    const people = await talkingWithSam(journey);
    for (const step of [opened, proved, seen]) await step(people);
  }),
);
