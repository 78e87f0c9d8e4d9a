import { asJourney, type Journey } from '../src/journey';
import type { TheResponder } from '../src/the-responder';
import type { TheSupervisor } from '../src/the-supervisor';
import type { TheVisitor } from '../src/the-visitor';

interface People {
  readonly robin: TheVisitor;
  readonly sam: TheResponder;
  readonly ana: TheSupervisor;
}

const enter = async (journey: Journey): Promise<People> => {
  const [robin, sam, ana] = [
    await journey.visitor(),
    await journey.responder('Sam'),
    await journey.supervisor('Ana'),
  ];
  await sam.opensTheConsole();
  await sam.meetsNoBarriers('signing in');
  await sam.signsIn();
  await sam.meetsNoBarriers('away');
  await ana.isThere();
  await ana.seesIn('People', 'Sam', 'Away');
  await ana.meetsNoBarriers('nothing happens');
  return { robin, sam, ana };
};

const arrive = async ({ robin }: People): Promise<void> => {
  await robin.opens();
  await robin.meetsNoBarriers('arriving');
  await robin.asksToStart();
  await robin.finds(/A supervisor may read along/);
  await robin.opensMore('More about privacy');
  await robin.opensMore('Stay safe online');
  await robin.meetsNoBarriers('before the start');
  await robin.goesOn();
  await robin.meetsNoBarriers('asked whether they are safe');
  await robin.chooses('danger');
  await robin.sees('link', 'Samaritans 116 123');
  await robin.meetsNoBarriers('in danger');
  await robin.answers({ safety: 'unsure', name: 'Robin' });
};

const wait = async ({ robin, sam, ana }: People): Promise<void> => {
  await robin.meetsNoBarriers('waiting');
  await ana.seesIn('Waiting', 'Not sure if safe');
  await robin.says('I do not know where to start');
  await robin.opensMore('Things to do while you wait');
  await robin.opensMore('Other ways to get help');
  await robin.presses('Stop waiting');
  await robin.meetsNoBarriers('waiting, everything open');
  await robin.presses('Keep waiting');
  await ana.meetsNoBarriers('someone waits');
  await sam.becomesAvailable();
  await ana.seesIn('People', 'Sam', 'Available');
  await sam.isOffered();
  await sam.meetsNoBarriers('offered someone');
  await ana.seesIn('Waiting', 'Sam');
  await sam.accepts('Robin');
  await robin.finds('Sam has joined.');
  await sam.reads('I do not know where to start');
  await robin.seesOwn('I do not know where to start', 'Seen');
  await ana.seesIn('Talking', 'Robin', 'Sam');
};

const converse = async ({ robin, sam }: People): Promise<void> => {
  await sam.types('Hello Robin, take your time');
  await robin.finds('Sam is typing');
  await robin.meetsNoBarriers('read while Sam types');
  await sam.box.press('Control+Enter');
  await robin.reads('Hello Robin, take your time');
  await sam.seesOwn('Hello Robin, take your time', 'Seen');
  await robin.types('It has been a long week');
  await sam.finds('Robin is writing…');
  await sam.meetsNoBarriers('talking');
  await robin.box.press('Enter');
  await sam.reads('It has been a long week');
  await robin.seesOwn('It has been a long week', 'Seen');
  await robin.meetsNoBarriers('talking');
};

const readAlong = async ({ sam, ana }: People): Promise<void> => {
  await ana.asksToReadAlongWith('Robin');
  await ana.finds(/Sam sees that you are reading/);
  await ana.meetsNoBarriers('asked whether to read along');
  await ana.opensAndReads();
  await ana.reads('It has been a long week');
  await sam.finds('Ana is reading along.');
  await sam.meetsNoBarriers('read along');
  await sam.says('That sounds heavy');
  await ana.reads('That sounds heavy');
  await ana.meetsNoBarriers('reading along');
  await ana.presses('Stop reading');
  await sam.noLongerFinds('Ana is reading along.');
};

const goToOtherHelp = async ({ robin, sam }: People): Promise<void> => {
  await sam.box.press('/');
  await sam.meetsNoBarriers('choosing a starter');
  await sam.picksStarter('hear more', 'Ask to hear more');
  await sam.presses('Send');
  await sam.finds(/You have not changed this starter/);
  await sam.meetsNoBarriers('asked to change a starter');
  await sam.presses('Edit');
  await sam.types(' Only if you want to say.');
  await sam.presses('Send');
  await robin.reads('What has been the hardest part of this for you? Only if you want to say.');
  await sam.putsInReply('Samaritans');
  await sam.presses('Send');
  await robin.reads('116 123');
  await robin.sees('link', 'https://www.samaritans.org');
};

const finish = async ({ robin, sam, ana }: People): Promise<void> => {
  await sam.asksToEnd();
  await sam.meetsNoBarriers('ending');
  await sam.endsBecause('We agreed to finish');
  await robin.sees('heading', 'This chat has ended');
  await robin.sees('link', 'https://www.samaritans.org');
  await robin.meetsNoBarriers('at the end');
  await sam.meetsNoBarriers('wrapping up');
  await sam.wrapsUp();
  await ana.finds('No conversations right now');
};

interface Two {
  readonly sam: TheResponder;
  readonly robin: TheVisitor;
  readonly kim: TheVisitor;
}

const bothCome = async (journey: Journey): Promise<Two> => {
  const sam = await journey.responder('Sam');
  await sam.isThere();
  const robin = await journey.visitor();
  await robin.startsChat({ safety: 'safe', name: 'Robin' });
  await sam.accepts('Robin');
  const kim = await journey.visitor();
  await kim.startsChat({ name: 'Kim' });
  await sam.isOffered();
  await sam.page.keyboard.press('Alt+a');
  await sam.isWith('Kim');
  return { sam, robin, kim };
};

const goBetween = async ({ sam, robin, kim }: Two): Promise<void> => {
  await sam.types('For Kim alone');
  await sam.page.keyboard.press('Alt+k');
  await sam.isWith('Robin');
  await sam.says('For Robin alone');
  await sam.page.keyboard.press('Alt+2');
  await sam.isWith('Kim');
  expect(await sam.box.inputValue()).toBe('For Kim alone');
  await sam.box.press('Control+Enter');
  await kim.reads('For Kim alone');
  await robin.reads('For Robin alone');
  await robin.says('Are you there?');
  await sam.card('Robin').getByText('1 new message').waitFor();
  await sam.meetsNoBarriers('two conversations, a new message in the other');
  await sam.page.keyboard.press('Alt+j');
  await sam.isWith('Robin');
  await sam.reads('Are you there?');
  expect(await robin.thread()).toEqual(['For Robin alone', 'Are you there?']);
  expect(await kim.thread()).toEqual(['For Kim alone']);
};

const bothGo = async ({ sam, robin, kim }: Two): Promise<void> => {
  await robin.presses('End chat');
  await robin.meetsNoBarriers('asked whether to end');
  await robin.presses('Keep talking');
  await robin.endsChat();
  await sam.finds('The visitor ended the conversation');
  await sam.wrapsUp();
  await sam.page.keyboard.press('Alt+1');
  await sam.isWith('Kim');
  await sam.page.keyboard.press('Alt+e');
  await sam.endsBecause('Our time was up, and we agreed');
  await kim.sees('heading', 'This chat has ended');
  await sam.wrapsUp();
  await sam.finds('You are not in a conversation');
};

it(
  'a conversation goes from the first page to the wrap-up, a supervisor sees it live, and axe finds no barrier',
  asJourney(async (journey) => {
    const people = await enter(journey);
    for (const step of [arrive, wait, converse, readAlong, goToOtherHelp, finish]) await step(people);
  }),
);

it(
  'two visitors talk with the same responder, and neither learns of the other',
  asJourney(async (journey) => {
    const two = await bothCome(journey);
    await goBetween(two);
    await bothGo(two);
  }),
);
