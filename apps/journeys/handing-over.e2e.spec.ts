import { Album } from './src/album';
import { eventually } from './src/eventually';
import { closeBrowser, onStage, type Stage } from './src/stage';
import type { TheResponder } from './src/the-responder';
import type { TheSupervisor } from './src/the-supervisor';
import type { TheVisitor } from './src/the-visitor';

const onPhone = new Album('phone');
const onLaptop = new Album('laptop');

interface Cast {
  readonly robin: TheVisitor;
  readonly sam: TheResponder;
  readonly jo: TheResponder;
  readonly ana: TheSupervisor;
}

/** Robin talks with Sam; Jo is free, and Ana looks on. */
const talking = async (stage: Stage): Promise<Cast> => {
  const [sam, jo] = [await stage.responder('Sam'), await stage.responder('Jo')];
  const ana = await stage.supervisor('Ana');
  await sam.isThere();
  const robin = await stage.visitor({ deviceScaleFactor: 2 });
  await robin.startsChat({ safety: 'unsure', name: 'Robin' });
  await sam.accepts('Robin');
  await robin.says('It is about my dad. He died in spring');
  await sam.reads('He died in spring');
  await sam.says('I am sorry, Robin. What was he like?');
  await jo.isThere();
  await ana.isThere();
  return { robin, sam, jo, ana };
};

const WHY = 'Jo knows grief well, and my shift is nearly over.';

const propose = async ({ sam, jo, ana }: Cast): Promise<void> => {
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

const agree = async ({ robin, sam, jo, ana }: Cast): Promise<void> => {
  await jo.page.keyboard.press('Alt+a');
  await robin.isAskedWhether('Jo', 'Sam');
  await jo.finds('We’ve asked Robin. Sam still writes.');
  await jo.reads('He died in spring');
  await ana.seesHandover('Sam', 'Jo', 'Visitor is asked');
  await onPhone.keep(robin, 'handover 3 the visitor is asked');
  await robin.presses('Yes');
  await robin.finds(/Jo has joined/);
  await sam.finds('Jo has joined.');
};

const introduce = async ({ robin, sam, jo, ana }: Cast): Promise<void> => {
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

const keepForReadme = async ({ robin, sam, jo, ana }: Cast): Promise<void> => {
  await onLaptop.keepForReadme(sam, 'handover-sender');
  await onLaptop.keepForReadme(jo, 'handover-receiver');
  await onLaptop.keepForReadme(ana, 'handover-supervisor');
  await onPhone.keepForReadme(robin, 'handover-visitor');
};

const pass = async ({ robin, sam, jo }: Cast): Promise<void> => {
  await jo.presses('I’ve read this');
  await sam.finds(/Jo has read the brief|You still write/);
  await jo.presses('Take over writing');
  await jo.box.waitFor();
  await sam.finds('Jo is writing now. You can read along until Robin is settled.');
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
  await sam.presses('Put away');
  await robin.says('Thank you both');
  await jo.reads('Thank you both');
  expect(await jo.thread()).toEqual(await robin.thread());
};

const declined = async ({ sam, jo, robin }: Cast): Promise<void> => {
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

const refusedByTheVisitor = async ({ sam, jo, robin }: Cast): Promise<void> => {
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

const supervisorTakesOver = async ({ sam, robin, ana }: Cast): Promise<void> => {
  await ana.page.goto('/console/now');
  await ana.takesOverFrom('Sam', 'Robin', 'For safety');
  await robin.finds(/Ana has joined/);
  await sam.finds('This conversation is not with you any more.');
  expect(await sam.box.count()).toBe(0);
  await ana.writes('Hello Robin, I am Ana. Sam told me how hard this is.');
  await robin.reads('I am Ana');
};

afterAll(closeBrowser);

describe('handing over', () => {
  it(
    '[HND2] [HND3] [HND4] is asked of everyone, has one writer at a time and a brief that was read, and loses no word',
    onStage(async (stage) => {
      const cast = await talking(stage);
      for (const scene of [propose, agree, introduce, keepForReadme, pass]) await scene(cast);
    }),
  );

  it(
    '[HND1] stays with the sender when the other declines or the visitor would rather; a supervisor may step in',
    onStage(async (stage) => {
      const cast = await talking(stage);
      for (const scene of [declined, refusedByTheVisitor, supervisorTakesOver]) await scene(cast);
    }),
  );

  it(
    '[HND1] goes to whoever has joined when the sender’s browser dies',
    onStage(async (stage) => {
      const { sam, jo, robin } = await talking(stage);
      await sam.page.keyboard.press('Alt+h');
      await sam.choosesToAsk('Jo');
      await sam.ticksThatTheyHaveToFinish();
      await sam.asks(WHY);
      await jo.isAskedBy('Sam');
      await jo.presses('Accept');
      await robin.finds('Sam has to finish.');
      await sam.finds('Jo has joined.');
      await sam.page.close();
      await jo.box.waitFor({ timeout: 35_000 });
      await jo.says('I am Jo, and I am here with you now');
      await robin.reads('I am here with you now');
      await robin.says('That was a shock');
      await jo.reads('That was a shock');
    }),
  );

  it(
    'is done by a supervisor when the holder is gone, and whoever accepts writes at once',
    onStage(async (stage) => {
      const { sam, jo, robin, ana } = await talking(stage);
      await sam.page.close();
      await ana.seesIn('Conversations', 'Robin', 'Not connected');
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
      await jo.finds(/Sam is not connected any more/);
      await jo.says('Hello Robin, I am Jo. Sam’s line broke, and I have read what they wrote for me.');
      await robin.finds(/Jo has joined/);
      await robin.reads('Sam’s line broke');
      await jo.presses('I’ve read this');
      await eventually(async () => (await jo.words(/Sam is not connected any more/).count()) === 0);
    }),
  );
});
