import { Album } from '../src/album';
import { talkingWithSam, WHY, type People } from '../src/handing-over';
import { asJourney } from '../src/journey';

const onPhone = new Album('phone');
const onLaptop = new Album('laptop');

const propose = async ({ sam, jo, ana }: People): Promise<void> => {
  await sam.page.keyboard.press('Alt+h');
  await sam.choosesToAsk('Jo');
  await sam.meetsNoBarriers('about to hand over');
  await onLaptop.keep(sam, 'handover 1 the form');
  await sam.asks(WHY);
  await sam.finds('Asking Jo');
  await jo.isAskedBy('Sam');
  await jo.meetsNoBarriers('asked to take over');
  await sam.meetsNoBarriers('asking');
  await onLaptop.keep(jo, 'handover 2 asked');
  await ana.goesToHandovers();
  await ana.seesHandover('Sam', 'Jo', 'Asked');
};

const agree = async ({ robin, sam, jo, ana }: People): Promise<void> => {
  await jo.page.keyboard.press('Alt+a');
  await robin.isAskedWhether('Jo', 'Sam');
  await jo.finds('We’ve asked Robin. Sam is still writing.');
  await ana.seesHandover('Sam', 'Jo', 'Asking the visitor');
  await onPhone.keep(robin, 'handover 3 the visitor is asked');
  await robin.presses('Yes');
  await robin.finds(/Jo has joined/);
  await sam.finds('Jo has joined.');
  // From the visitor's yes on.
  await jo.reads('He died in spring');
};

const introduce = async ({ robin, sam, jo, ana }: People): Promise<void> => {
  expect(await jo.box.count()).toBe(0);
  expect(await jo.button('Take over writing').isDisabled()).toBe(true);
  await sam.says('Robin, this is Jo. Jo, Robin told me about their dad.');
  await robin.says('Hello Jo');
  await sam.reads('Hello Jo');
  await jo.reads('Hello Jo');
  await jo.meetsNoBarriers('reading the brief');
  await onLaptop.keep(jo, 'handover 4 both are there');
  await onLaptop.keep(sam, 'handover 5 introducing');
  await onLaptop.keep(ana, 'handover 6 seen by a supervisor');
  await ana.meetsNoBarriers('seeing a handover');
  await onPhone.keep(robin, 'handover 7 the visitor meets the next person');
};

const keepForReadme = async ({ robin, sam, jo, ana }: People): Promise<void> => {
  await onLaptop.keepForReadme(sam, 'handover-sender');
  await onLaptop.keepForReadme(jo, 'handover-receiver');
  await onLaptop.keepForReadme(ana, 'handover-supervisor');
  await onPhone.keepForReadme(robin, 'handover-visitor');
};

const pass = async ({ robin, sam, jo }: People): Promise<void> => {
  await jo.presses('I’ve read this');
  await sam.finds(/Jo has read the brief|You are still writing/);
  await jo.presses('Take over writing');
  await jo.box.waitFor();
  await sam.finds('Jo is writing now. You can read until Robin is settled.');
  expect(await sam.box.count()).toBe(0);
  await jo.says('Hello Robin, I am Jo. I have read what you told Sam.');
  await robin.reads('I have read what you told Sam');
  await sam.reads('I have read what you told Sam');
  await sam.meetsNoBarriers('reading along after handing over');
  await jo.meetsNoBarriers('writing after a handover');
  await onLaptop.keep(jo, 'handover 8 the receiver writes');
  await onLaptop.keep(sam, 'handover 9 the sender reads along');
  await jo.presses('Robin is settled');
  await sam.finds('You have left. Jo is with Robin now.');
  await robin.finds('Sam has left.');
  await sam.presses('Dismiss');
  await robin.says('Thank you both');
  await jo.reads('Thank you both');
  expect(await jo.thread()).toEqual(await robin.thread());
};

it(
  '[HND2] [HND3] [HND4] every person in a handover is asked; it has one writer at a time and a brief that was read, and loses no word',
  asJourney(async (journey) => {
    const people = await talkingWithSam(journey);
    for (const step of [propose, agree, introduce, keepForReadme, pass]) await step(people);
  }),
);
