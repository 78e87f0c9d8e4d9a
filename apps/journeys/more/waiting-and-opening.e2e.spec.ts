import { applyFixtures } from '../run/apply-fixtures';
import { Album } from '../src/album';
import { asJourney, type Journey } from '../src/journey';
import type { TheResponder } from '../src/the-responder';
import type { TheSupervisor } from '../src/the-supervisor';
import type { TheVisitor } from '../src/the-visitor';

const onPhone = new Album('phone');
const onLaptop = new Album('laptop');

interface People {
  readonly robin: TheVisitor;
  readonly sam: TheResponder;
  readonly ana: TheSupervisor;
}

const enter = async (journey: Journey): Promise<People> => {
  const first = await journey.visitor();
  await first.startsChat();
  await first.stopsWaiting();
  const sam = await journey.responder('Sam');
  await sam.isThere();
  const ana = await journey.supervisor('Ana');
  await ana.isThere();
  await applyFixtures('waits-are-known', 'sam-on-break');
  return { robin: await journey.visitor(), sam, ana };
};

const wait = async ({ robin }: People): Promise<void> => {
  await robin.startsChat();
  // The estimate depends on the conversations of the journeys before this one.
  await robin.finds(/Someone will usually be with you|It may take more than an hour/);
  await robin.meetsNoBarriers('waiting with an estimate');
  await onPhone.keep(robin, 'waiting 1 promised');
  await onPhone.keepForReadme(robin, 'waiting');
  await applyFixtures('wait-estimate-missed');
  await robin.finds(/This is taking longer than we said/);
  await onPhone.keep(robin, 'waiting 2 longer than said');
  await onPhone.keepForReadme(robin, 'waiting-longer');
};

const everyoneLeaves = async ({ robin, sam, ana }: People): Promise<void> => {
  await applyFixtures('only-shifts-count');
  await sam.chooses('My day', /^End my shift/);
  await sam.presses('End my shift');
  await robin.finds('No one is here to answer you right now.');
  await robin.finds(/If your life is in danger now, call/);
  await robin.meetsNoBarriers('nobody on');
  await onPhone.keep(robin, 'waiting 3 nobody on');
  await onPhone.keepForReadme(robin, 'nobody-on');
  await ana.finds(/1 visitor is waiting and no one is on shift to answer/);
  await onLaptop.keep(ana, 'supervisor 5 nobody on');
};

const someoneIsBack = async ({ robin, ana }: People, journey: Journey): Promise<void> => {
  const jo = await journey.responder('Jo');
  await jo.isThere();
  await robin.finds(/Someone is here again\./);
  await onPhone.keep(robin, 'waiting 4 somebody is back');
  await ana.noLongerFinds(/no one is on shift to answer/);
  await robin.stopsWaiting();
};

/** What the first page shows a visitor who comes now. */
const sees = async (
  journey: Journey,
  state: 'at-capacity' | 'closed' | 'closing-soon' | 'paused',
  title: string,
) => {
  const visitor = await journey.visitor();
  await visitor.page.goto('/');
  await visitor.sees('heading', title);
  await visitor.meetsNoBarriers(title);
  await onPhone.keep(visitor, `opening ${state}`);
  await onPhone.keepForReadme(visitor, `opening-${state}`);
  return visitor;
};

const openings = async ({ ana }: People, journey: Journey): Promise<void> => {
  await ana.setsTheOpening(/^Full for now/, 'The wait is too long');
  const full = await sees(journey, 'at-capacity', 'A lot of people need us right now');
  await full.finds(/We expect space around \d+:[03]0\./);
  await full.presses("I'm not sure if I'm safe");
  await full.sees('heading', 'Before you start');
  await ana.setsTheOpening(/^Close/, 'Planned');
  await sees(journey, 'closed', "We're closed right now");
  await ana.setsTheOpening(/^Pause/, 'Something is not working');
  await sees(journey, 'paused', "Our chat isn't working at the moment");
  await ana.setsTheOpening(/^Open/, 'Back to normal');
  await applyFixtures('closes-soon');
  const late = await sees(journey, 'closing-soon', 'We close soon');
  await late.finds(/We open at \d+:\d\d/);
};

afterAll(() => applyFixtures('as-it-was'));

it(
  '[RTE7] a visitor is told a wait estimate, an apology, that no one is on, that someone is back, and when to come again',
  asJourney(async (journey) => {
    const people = await enter(journey);
    for (const step of [wait, everyoneLeaves, someoneIsBack, openings]) await step(people, journey);
  }),
);
