import { unsentMessagesInMemory } from '@warmline/client';
import { aDesk, aLiveView, anItem, aWaiting, id, ROBIN, SAM } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { StaffClient } from './staff-client';

const open = async (prepare: (service: FakeService) => void = () => {}) => {
  const service = new FakeService();
  service.session = { staff: SAM };
  prepare(service);
  const client = new StaffClient({
    wire: service.parts.makeWire(SAM.id),
    clock: service.clock,
    random: () => 0.5,
    wakeUps: () => () => {},
    outboxFor: () => unsentMessagesInMemory(),
    keptUnsent: () => [],
    keptCalls: { load: () => [], save: () => {} },
    isVisible: () => true,
  });
  client.start();
  await service.clock.advance(100);
  return { service, client };
};

describe('the connection of a signed-in person', () => {
  it('the client never lets an older desk replace a newer one', async () => {
    const { service, client } = await open();
    service.changeDesk({ caseload: [anItem()] });
    service.tell('desk:changed', aDesk({ now: service.now - 1_000 }));
    expect(client.store.getState().desk?.caseload).toHaveLength(1);
  });

  it('[ASG2] a reply written under an earlier epoch is never sent by itself under a later one', async () => {
    const { service, client } = await open((prepared) => prepared.changeDesk({ caseload: [anItem()] }));
    service.refusals.set('message:send', 'unavailable');
    client.desk.of(ROBIN)?.write('for the first holding');
    await service.clock.advance(100);
    service.changeDesk({ caseload: [anItem({ epoch: 3 })] });
    service.refusals.set('message:send', 'stale_epoch');
    await service.clock.advance(10_000);
    expect(new Set(service.of('message:send').map(({ epoch }) => epoch))).toEqual(new Set([1]));

    service.refusals.clear();
    const [stuck] = client.store.getState().threads[ROBIN]?.outgoing ?? [];
    expect(stuck?.status).toEqual({ name: 'refused', refusal: 'stale_epoch' });
    client.desk.of(ROBIN)?.retry(stuck?.id ?? '');
    await service.clock.advance(100);
    expect(service.of('message:send').at(-1)).toMatchObject({ epoch: 3, id: stuck?.id });
  });

  it('the client asks again for the desk while the database cannot be read', async () => {
    const { service, client } = await open((prepared) => prepared.refusals.set('desk:open', 'unavailable'));
    expect(client.store.getState().desk).toBeNull();
    service.refusals.clear();
    await service.clock.advance(3_000);
    expect(client.store.getState().desk).not.toBeNull();
  });

  it('a live view that missed an update is opened again, and an update that it contains changes nothing', async () => {
    const { service, client } = await open();
    await client.views.liveView.open();
    const { liveView } = client.store.getState();
    service.tellLiveView(aLiveView({ waiting: [aWaiting()] }));
    expect(client.store.getState().liveView?.waiting).toHaveLength(1);
    expect(service.of('live_view:open')).toHaveLength(1);
    service.board = { ...service.board, version: service.board.version + 3 };
    service.tellLiveView(aLiveView({ waiting: [] }));
    await service.clock.advance(100);
    expect(service.of('live_view:open')).toHaveLength(2);
    expect(client.store.getState().liveView).toMatchObject({ version: service.board.version, waiting: [] });
    expect(liveView?.waiting).toEqual([]);
  });

  it('the client fills a gap after a lost push from the timeline', async () => {
    const { service, client } = await open((prepared) => prepared.changeDesk({ caseload: [anItem()] }));
    service.timelines.set(
      ROBIN,
      [1, 2].map((seq) => ({ ...message(seq) })),
    );
    service.tell('timeline:appended', { conversationId: ROBIN, entries: [message(2)] });
    await service.clock.advance(100);
    const { timeline } = client.store.getState().threads[ROBIN] ?? {};
    expect(timeline?.entries.map(({ seq }) => seq)).toEqual([1, 2]);
  });
});

const message = (seq: number) => ({
  kind: 'message' as const,
  seq,
  id: id(900 + seq),
  from: 'visitor' as const,
  name: '',
  body: 'word',
  at: seq,
});
