import { updatedLiveView } from '@warmline/client';
import type { LiveView } from '@warmline/contracts';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aSupervisor, type Console } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

/** Longer than three polls of the pages, at this deployment's time scale (ms). */
const SOME_POLLS = 4 * 0.1 * 3_000;

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 1, timeScale: 0.1 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

/** What a console shows that has applied everything it heard, beginning with the view it opened. */
const shownBy = (opened: LiveView, supervisor: Console): LiveView | null =>
  supervisor
    .notices('live_view:changed')
    .reduce<LiveView | null>(
      (view, update) => (view === null ? null : updatedLiveView(view, update)),
      opened,
    );

describe('the live view', () => {
  it('P15: is silent while nothing changes, and then says only what changed', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway());
    const responder = await aResponder(deployment, deployment.gateway());
    const held = await responder.takes(visitor.id);
    const other = await aVisitor().named('Robin').waitingAt(deployment.gateway());
    const supervisor = await aSupervisor(deployment);
    const calm = await supervisor.seesLiveView(
      ({ waiting, conversations }) => waiting.length === 1 && conversations.length === 1,
    );
    const still = await supervisor.seesLiveView(({ now }) => now - calm.now > SOME_POLLS);
    // A visitor is called the same while they wait and while they talk.
    expect(calm.waiting.map(({ visitorName }) => visitorName)).toEqual(['Robin']);
    supervisor.forget();
    await supervisor.seesLiveView(({ now }) => now - still.now > SOME_POLLS);
    expect(supervisor.notices('live_view:changed')).toEqual([]);

    await responder.says(held, 'I am here');
    const update = await supervisor.hears('live_view:changed', ({ conversations }) =>
      conversations.put.some((row) => row.lastResponderMessageAt !== null),
    );
    expect([update.waiting.put, update.people.put, update.handovers, update.floods]).toEqual([
      [],
      [],
      null,
      null,
    ]);
    other.leave();
    const after = await supervisor.seesLiveView(({ waiting }) => waiting.every((row) => !row.visitorPresent));
    const { now: _shown, ...shown } = shownBy(still, supervisor) ?? { now: 0 };
    const { now: _opened, ...opened } = after;
    expect(shown).toEqual(opened);
  });

  it('says by name why nobody is offered a visitor, when it is asked', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway());
    const supervisor = await aSupervisor(deployment);
    const { people } = await supervisor.must('waiting:why', { conversationId: visitor.id });
    expect(people).toContainEqual({
      id: supervisor.person.id,
      name: supervisor.person.name,
      obstacle: { reason: 'away', until: null, lacks: null },
    });
  });
});
