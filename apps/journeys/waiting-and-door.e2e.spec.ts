import { Album } from './src/album';
import { setScene } from './src/scene';
import { closeBrowser, onStage, type Stage } from './src/stage';
import type { TheResponder } from './src/the-responder';
import type { TheSupervisor } from './src/the-supervisor';
import type { TheVisitor } from './src/the-visitor';

const onPhone = new Album('phone');
const onLaptop = new Album('laptop');

/** What was learnt from earlier waits is read again within 20 s, and a first number stands for 30 (ms). */
const LEARNT_WITHIN = 60_000;

interface Cast {
  readonly robin: TheVisitor;
  readonly sam: TheResponder;
  readonly ana: TheSupervisor;
}

const enter = async (stage: Stage): Promise<Cast> => {
  const first = await stage.visitor();
  await first.startsChat();
  await first.stopsWaiting();
  const sam = await stage.responder('Sam');
  await sam.isThere();
  const ana = await stage.supervisor('Ana');
  await ana.isThere();
  setScene('waits-are-known', 'sam-rests');
  return { robin: await stage.visitor(), sam, ana };
};

const wait = async ({ robin }: Cast): Promise<void> => {
  await robin.startsChat();
  // How long it says depends on the talks of the journeys before this one.
  await robin.finds(/Someone will usually be with you|It may take more than an hour/, LEARNT_WITHIN);
  await robin.meetsNoBarriers('waiting with a promise');
  await onPhone.keep(robin, 'waiting 1 promised');
  await onPhone.keepForReadme(robin, 'waiting');
  setScene('a-promise-is-missed');
  await robin.finds(/This is taking longer than we said/);
  await onPhone.keep(robin, 'waiting 2 longer than said');
  await onPhone.keepForReadme(robin, 'waiting-longer');
};

const loseEveryone = async ({ robin, sam, ana }: Cast): Promise<void> => {
  setScene('only-shifts-count');
  await sam.chooses('My day', /^End my shift/);
  await sam.presses('End my shift');
  await robin.finds('Nobody is here who can answer you right now.');
  await robin.finds(/If your life is in danger now, call/);
  await robin.meetsNoBarriers('nobody on');
  await onPhone.keep(robin, 'waiting 3 nobody on');
  await onPhone.keepForReadme(robin, 'nobody-on');
  await ana.finds(/One visitor waits and nobody is on who could answer/);
  await onLaptop.keep(ana, 'supervisor 5 nobody on');
};

const somebodyIsBack = async ({ robin, ana }: Cast, stage: Stage): Promise<void> => {
  const jo = await stage.responder('Jo');
  await jo.isThere();
  await robin.finds(/Somebody is here again\./);
  await onPhone.keep(robin, 'waiting 4 somebody is back');
  await ana.noLongerFinds(/nobody is on who could answer/);
  await robin.stopsWaiting();
};

/** How the door stands for somebody who comes now. */
const sees = async (
  stage: Stage,
  state: 'at-capacity' | 'closed' | 'closing-soon' | 'paused',
  title: string,
) => {
  const visitor = await stage.visitor();
  await visitor.page.goto('/');
  await visitor.sees('heading', title);
  await visitor.meetsNoBarriers(title);
  await onPhone.keep(visitor, `door ${state}`);
  await onPhone.keepForReadme(visitor, `opening-${state}`);
  return visitor;
};

const doors = async ({ ana }: Cast, stage: Stage): Promise<void> => {
  await ana.setsTheDoor(/^Full for now/, 'The wait is too long');
  const full = await sees(stage, 'at-capacity', 'A lot of people need us right now');
  await full.finds(/We expect space around \d+:[03]0\./);
  await full.presses("I'm not safe right now");
  await full.sees('heading', 'Before you start');
  await ana.setsTheDoor(/^Close/, 'Planned');
  await sees(stage, 'closed', "We're closed right now");
  await ana.setsTheDoor(/^Pause/, 'Something is not working');
  await sees(stage, 'paused', "Our chat isn't working at the moment");
  await ana.setsTheDoor(/^Open/, 'Back to normal');
  setScene('closes-soon');
  const late = await sees(stage, 'closing-soon', 'We close soon');
  await late.finds(/We open at \d+:\d\d/);
};

afterAll(async () => {
  setScene('as-it-was');
  await closeBrowser();
});

describe('waiting, and the door', () => {
  it(
    '[RTE7] are told as they are: a promise, an apology, nobody on, somebody back, and when to come again',
    onStage(async (stage) => {
      const cast = await enter(stage);
      for (const scene of [wait, loseEveryone, somebodyIsBack, doors]) await scene(cast, stage);
    }),
  );
});
