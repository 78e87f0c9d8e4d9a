import { screen, within } from '@testing-library/react';
import type { Flood } from '@warmline/contracts';
import { expectNoBarriers } from '../../testing/barriers';
import { aLiveView, ANA, aSafety, aWaiting, id, MINUTE, START } from '../../testing/builders';
import { openSupervising } from '../../testing/open-console';

const waiting = [
  ...[1, 2].map((number) => aWaiting({ conversationId: id(number), messages: 0, band: 3 })),
  aWaiting({ conversationId: id(3), messages: 0, band: 2, safety: { ...aSafety(), answer: 'not_sure' } }),
  aWaiting({ conversationId: id(4), messages: 2, band: 3 }),
  aWaiting({ conversationId: id(5), messages: 0, band: 1, safety: { ...aSafety(), answer: 'not_safe_now' } }),
];
const all = waiting.map(({ conversationId }) => conversationId);
const JO = { id: id(77), name: 'Jo' };
const likely: Flood = { crowd: id(90), chats: all, proof: null, open: null };
const proposed = (
  by: { id: string; name: string },
  over: Partial<NonNullable<Flood['open']>> = {},
): Flood => ({
  ...likely,
  open: {
    floodId: id(91),
    proposedBy: { id: by.id, name: by.name },
    asksProof: false,
    ticked: [id(4), id(5)],
    confirmedBy: null,
    until: START + 10 * MINUTE,
    ...over,
  },
});
const open = (...floods: Flood[]) =>
  openSupervising('Queue', (service) => {
    service.board = aLiveView({ waiting, floods });
  });
const button = (name: string) => screen.getByRole('button', { name });

describe('chats that look like one flood', () => {
  it('[SEC5] are named only when there are some, and nothing that may be a person in need is chosen for a supervisor', async () => {
    const { user, service, happens } = await open();
    expect(screen.queryByRole('button', { name: /flood/ })).toBeNull();
    await happens(() => service.tellLiveView(aLiveView({ waiting, floods: [likely] })));
    await user.click(button('These 5 chats look like one flood'));
    const dialog = within(await screen.findByRole('dialog'));
    const boxes = dialog.getAllByRole<HTMLInputElement>('checkbox');
    expect(boxes.map(({ checked }) => checked)).toEqual([true, true, false, false, false, false]);
    expect(dialog.getByRole('checkbox', { name: /Has written 2 messages/ })).toBe(boxes[3]);
    expect(dialog.getByRole('checkbox', { name: /Not sure if safe/ })).toBe(boxes[2]);
    expect(dialog.getByRole('checkbox', { name: /Not safe now/ })).toBe(boxes[4]);
    await expectNoBarriers(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('checkbox', { name: /Not safe now/ }));
    await user.click(dialog.getByRole('button', { name: 'Ask another supervisor' }));
    expect(service.of('flood:propose')).toMatchObject([
      { crowd: id(90), chats: [id(1), id(2), id(5)], ticked: [id(5)], asksProof: false },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('[SEC5] [SAF2] wait for another supervisor, who chooses again what may be a person in need', async () => {
    const { user, service } = await open(proposed(JO));
    expect(screen.getByText('Jo proposes to set 5 chats aside as one flood.')).toBeInstanceOf(HTMLElement);
    await user.click(button('Look at the list'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getAllByRole('listitem')).toHaveLength(2);
    const boxes = dialog.getAllByRole<HTMLInputElement>('checkbox');
    expect(boxes.map(({ checked }) => checked)).toEqual([false, false, false]);
    await expectNoBarriers(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('checkbox', { name: /Has written 2 messages/ }));
    service.refusals.set('flood:confirm', 'flood_changed');
    await user.click(dialog.getByRole('button', { name: 'Set aside' }));
    expect(dialog.getByText(/Something has changed/)).toBeInstanceOf(HTMLElement);
    service.refusals.delete('flood:confirm');
    await user.click(dialog.getByRole('button', { name: 'Set aside' }));
    expect(service.of('flood:confirm')[1]).toEqual({ floodId: id(91), ticked: [id(4)], asksProof: false });
    await user.click(button('Look at the list'));
    await user.click(button('This is no flood'));
    expect(service.of('flood:undo')).toEqual([{ floodId: id(91) }]);
  });

  it('are taken back by who proposed them, and undone by anyone while the time that is left is shown', async () => {
    const { user, service, happens, pass } = await open(proposed(ANA));
    expect(screen.queryByRole('button', { name: 'Look at the list' })).toBeNull();
    await user.click(button('Take it back'));
    const aside = proposed(ANA, { confirmedBy: JO });
    await happens(() => service.tellLiveView(aLiveView({ now: service.now, waiting, floods: [aside] })));
    const told = screen.getByText(/5 chats set aside as one flood, by Ana and Jo. They end at/);
    expect(told.closest('[role=status]')).not.toBeNull();
    expect(screen.getByText('10 min left to undo').getAttribute('aria-hidden')).toBe('true');
    await pass(4 * MINUTE);
    expect(screen.getByText('6 min left to undo')).toBeInstanceOf(HTMLElement);
    await user.click(button('Undo'));
    expect(service.of('flood:undo')).toHaveLength(2);
    await expectNoBarriers(screen.getByRole('main'));
  });

  it('[SEC5] may be asked for a proof for an hour, where each supervisor wants it', async () => {
    const { user, service, happens } = await open(likely);
    const proof = () =>
      screen.getByRole('checkbox', { name: /new chats from there start with a short proof/ });
    await user.click(button('These 5 chats look like one flood'));
    expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: /short proof/ })).checked).toBe(
      false,
    );
    await user.click(proof());
    await user.click(button('Ask another supervisor'));
    expect(service.of('flood:propose')).toMatchObject([{ asksProof: true }]);
    const asks = proposed(JO, { asksProof: true });
    await happens(() => service.tellLiveView(aLiveView({ waiting, floods: [asks] })));
    await user.click(button('Look at the list'));
    await screen.findByText(/Jo wants this too/);
    await user.click(proof());
    await user.click(button('Set aside'));
    expect(service.of('flood:confirm')).toMatchObject([{ asksProof: true }]);
  });

  it('[SEC5] show until when new chats from there are asked for a proof, and how to stop it', async () => {
    const asked = { floodId: id(91), until: START + 60 * MINUTE };
    const { user, service, pass } = await open({ ...likely, chats: [], proof: asked });
    expect(screen.queryByRole('button', { name: /look like one flood/ })).toBeNull();
    expect(screen.getByText(/start with a short proof of work until/)).toBeInstanceOf(HTMLElement);
    await expectNoBarriers(screen.getByRole('main'));
    await user.click(button('Stop now'));
    expect(service.of('flood:stop_proof')).toEqual([{ floodId: id(91) }]);
    await pass(61 * MINUTE);
    expect(screen.queryByText(/short proof of work/)).toBeNull();
  });
});
