import { endCoolDowns } from '../run/shift-clock';
import { Album } from '../src/album';
import { asJourney, type Journey } from '../src/journey';
import type { TheResponder } from '../src/the-responder';
import type { TheSupervisor } from '../src/the-supervisor';
import type { TheVisitor } from '../src/the-visitor';

const onPhone = new Album('phone');
const onLaptop = new Album('laptop');

const LONG_NAME = 'Wilhelmina-Alexandrina of the Long Name';
const LONG_WORD = 'https://example.org/' + 'a-very-long-address-without-a-place-to-break/'.repeat(3);
const LONG_MESSAGE =
  'I have been putting this off for weeks. At work everyone thinks I am fine, and at home I sit in the car for half an hour before I can go in. I do not want anything to happen, I just do not see how it gets lighter from here.';

interface People {
  readonly robin: TheVisitor;
  readonly sam: TheResponder;
  readonly ana: TheSupervisor;
}

const enter = async (journey: Journey): Promise<People> => {
  const sam = await journey.responder('Sam');
  await sam.opensTheConsole();
  await onLaptop.keep(sam, 'responder 1 sign in');
  await sam.tries('sam', 'not it');
  await sam.finds(/isn’t right/);
  await onLaptop.keep(sam, 'responder 2 wrong sign in');
  await sam.signsIn();
  await onLaptop.keep(sam, 'responder 3 away');
  const ana = await journey.supervisor('Ana');
  await ana.isThere();
  await onLaptop.keep(ana, 'supervisor 1 nothing happens');
  return { robin: await journey.visitor({ deviceScaleFactor: 2 }), sam, ana };
};

const arrive = async ({ robin }: People): Promise<void> => {
  await robin.opens();
  await onPhone.keep(robin, 'visitor 1 arrive');
  await robin.asksToStart();
  await onPhone.keep(robin, 'visitor 2 before');
  await robin.goesOn();
  await robin.chooses('danger');
  await onPhone.keep(robin, 'visitor 3 in danger');
  await robin.answers({ safety: 'unsure', name: 'Robin' });
  await robin.says('Hello. I have not done this before');
  await onPhone.keep(robin, 'visitor 4 waiting');
  await robin.opensMore('Things to do while you wait');
  await onPhone.keep(robin, 'visitor 5 things to do');
  await robin.opensMore('Things to do while you wait');
};

const accept = async ({ robin, sam, ana }: People): Promise<void> => {
  await ana.seesIn('Waiting', 'Not sure if safe');
  await onLaptop.keep(ana, 'supervisor 2 someone waits');
  await sam.becomesAvailable();
  await sam.isOffered();
  await onLaptop.keep(sam, 'responder 4 offer');
  await sam.accepts('Robin');
  await sam.says(
    'Hello Robin, I am Sam. You are welcome here, there is no wrong way to do this. What has today been like?',
  );
  await robin.says(LONG_MESSAGE);
  await sam.says('Thank you for telling me. Sitting in the car like that sounds lonely, and tiring to hide.');
  await robin.says('Yes. Tiring is the word');
  await sam.reads('Tiring is the word');
};

const converse = async ({ robin, sam, ana }: People): Promise<void> => {
  await sam.types('What would make tonight');
  await robin.finds('Sam is typing');
  await onPhone.keep(robin, 'visitor 6 talking');
  await onPhone.keepForReadme(robin, 'visitor');
  await sam.presses('Starters');
  await sam.sees('listbox', 'Starters');
  await onLaptop.keep(sam, 'responder 5 starters');
  await sam.page.keyboard.press('Escape');
  await robin.sends('my number is 07700 900123');
  await robin.finds(/seems to have a phone number/);
  await onPhone.keep(robin, 'visitor 7 phone number');
  await robin.presses('Change it');
  await robin.box.fill('');
  await ana.asksToReadAlongWith('Robin');
  await onLaptop.keep(ana, 'supervisor 3 asked');
  await ana.opensAndReads();
  await ana.reads('Tiring is the word');
};

const addKim = async ({ sam, ana }: People, journey: Journey): Promise<void> => {
  const kim = await journey.visitor();
  await kim.startsChat({ safety: 'safe', name: 'Kim' });
  await sam.accepts('Kim');
  await sam.says('Hello Kim, I am Sam.');
  await sam.page.keyboard.press('Alt+1');
  await sam.isWith('Robin');
  await kim.says('Hi Sam. Is it all right to talk about my exam?');
  await sam.card('Kim').getByText('1 new message').waitFor();
  const next = await journey.visitor();
  await next.startsChat({ safety: 'danger' });
  await ana.seesIn('Waiting', 'Answer first');
  await ana.seesIn('Talking', 'Kim', 'Sam');
  await onPhone.keep(next, 'visitor 8 waiting in danger');
  await onLaptop.keepForReadme(ana, 'supervisor');
  await onLaptop.keepForReadme(sam, 'responder');
  await next.stopsWaiting();
  await onPhone.keep(next, 'visitor 9 left the queue');
  await ana.writesUp('They called 999 themselves');
  await kim.endsChat();
  await sam.finds('Wrap-ups to finish');
  await sam.page.keyboard.press('Alt+2');
  await sam.wrapsUp();
  await endCoolDowns();
};

const addLongNames = async ({ robin, sam, ana }: People, journey: Journey): Promise<void> => {
  const other = await journey.visitor();
  await other.startsChat({ safety: 'safe', name: LONG_NAME });
  await sam.accepts(LONG_NAME.slice(0, 20));
  await sam.says('Hello, I am Sam.');
  await other.says('Hi Sam');
  await sam.page.keyboard.press('Alt+1');
  await sam.isWith('Robin');
  await robin.says(LONG_WORD);
  await sam.reads(LONG_WORD);
  await onPhone.keep(robin, 'visitor 10 long word');
  await onLaptop.keep(sam, 'responder 6 two conversations');
  await onLaptop.keep(ana, 'supervisor 4 reading along');
};

const finish = async ({ robin, sam }: People): Promise<void> => {
  await sam.page.keyboard.press('Alt+/');
  await onLaptop.keep(sam, 'responder 7 shortcuts');
  await sam.page.keyboard.press('Escape');
  await sam.asksToEnd();
  await onLaptop.keep(sam, 'responder 8 ending');
  await sam.page.keyboard.press('Escape');
  await robin.presses('End chat');
  await onPhone.keep(robin, 'visitor 11 asked to end');
  await robin.presses('Keep talking');
  await robin.endsChat();
  await onPhone.keep(robin, 'visitor 12 ended');
  await sam.sees('heading', /^Wrap-up: /);
  await onLaptop.keep(sam, 'responder 9 wrap-up');
};

it(
  'every state fits a phone and a laptop, in light and dark, left to right and right to left',
  asJourney(async (journey) => {
    const people = await enter(journey);
    for (const step of [arrive, accept, converse]) await step(people);
    await addKim(people, journey);
    await addLongNames(people, journey);
    await finish(people);
  }),
);
