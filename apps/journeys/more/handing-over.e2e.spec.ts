import { Album } from '../src/album';
import { talkingWithSam, WHY, type People } from '../src/handing-over';
import { asJourney } from '../src/journey';

const onLaptop = new Album('laptop');

const declined = async ({ sam, jo, robin }: People): Promise<void> => {
  await sam.page.keyboard.press('Alt+h');
  await sam.choosesToAsk('Jo');
  await sam.asks(WHY);
  await jo.isAskedBy('Sam');
  await jo.page.keyboard.press('Alt+d');
  await sam.finds('Jo cannot take this right now. The conversation stays with you.');
  await sam.says('I am still here, Robin');
  await robin.reads('I am still here, Robin');
  await onLaptop.keep(sam, 'handover 10 declined');
};

const refusedByTheVisitor = async ({ sam, jo, robin }: People): Promise<void> => {
  await sam.choosesToAsk('Jo');
  await sam.asks(WHY);
  await jo.isAskedBy('Sam');
  await jo.presses('Accept');
  await robin.isAskedWhether('Jo', 'Sam');
  await robin.presses("I'd rather stay with Sam");
  await sam.finds('Robin would rather stay with you.');
  await jo.finds('Robin would rather stay with Sam.');
  expect(await jo.page.getByRole('region', { name: /read only/ }).count()).toBe(0);
  await sam.says('Of course, we go on together');
  await robin.reads('Of course, we go on together');
  expect(await robin.messages.getByText('Jo has joined').count()).toBe(0);
};

const supervisorTakesOver = async ({ sam, robin, ana }: People): Promise<void> => {
  await ana.page.goto('/console/now');
  await ana.takesOverFrom('Sam', 'Robin', 'For safety');
  await robin.finds(/Ana has joined/);
  await sam.finds('This conversation is no longer with you.');
  expect(await sam.box.count()).toBe(0);
  await ana.writes('Hello Robin, I am Ana. Sam told me how hard this is.');
  await robin.reads('I am Ana');
};

it(
  '[HND1] a conversation stays with its holder when the other declines or the visitor wants it to; a supervisor may step in',
  asJourney(async (journey) => {
    const people = await talkingWithSam(journey);
    for (const step of [declined, refusedByTheVisitor, supervisorTakesOver]) await step(people);
  }),
);

it(
  '[HND1] a conversation goes to the person who joined when the sender’s browser dies',
  asJourney(async (journey) => {
    const { sam, jo, robin } = await talkingWithSam(journey);
    await sam.page.keyboard.press('Alt+h');
    await sam.choosesToAsk('Jo');
    await sam.ticksThatTheyHaveToFinish();
    await sam.asks(WHY);
    await jo.isAskedBy('Sam');
    await jo.presses('Accept');
    await robin.finds('Sam has to finish.');
    await sam.finds('Jo has joined.');
    await sam.page.close();
    await jo.box.waitFor();
    await jo.says('I am Jo, and I am here with you now');
    await robin.reads('I am here with you now');
    await robin.says('That was a shock');
    await jo.reads('That was a shock');
  }),
);

it(
  'a supervisor hands over for a holder who is gone, and the person who accepts writes at once',
  asJourney(async (journey) => {
    const { sam, jo, robin, ana } = await talkingWithSam(journey);
    await sam.page.close();
    await ana.seesIn('Talking', 'Robin', 'Not connected');
    await robin.finds("Sam's connection has dropped");
    await ana.startsHandoverOf('Robin');
    await ana.choosesInDialog('Jo');
    await ana.meetsNoBarriers('handing over for somebody who is gone');
    await onLaptop.keep(ana, 'handover 11 for somebody who is gone');
    await ana.asksInDialog('Robin lost Sam in mid-sentence');
    await jo.page.getByRole('article', { name: 'Someone is needed for Robin' }).waitFor();
    await robin.meetsNoBarriers('the responder is not connected');
    await jo.presses('Accept');
    await jo.box.waitFor();
    await jo.finds(/Sam is no longer connected/);
    await jo.says('Hello Robin, I am Jo. Sam’s line broke, and I have read what they wrote for me.');
    await robin.finds(/Jo has joined/);
    await robin.reads('Sam’s line broke');
    await jo.presses('I’ve read this');
    await jo.noLongerFinds(/Sam is no longer connected/);
  }),
);
