import { screen, waitFor, within } from '@testing-library/react';
import { expectNoBarriers } from '../../testing/barriers';
import { aLiveView, anItem, aPerson, ANA, id, JO, KIM } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const atTheDesk = () => openSignedIn('responder', (service) => service.changeDesk({ caseload: [anItem()] }));
const palette = () => screen.findByRole('dialog', { name: 'Find anything' });
const entries = (dialog: HTMLElement) =>
  within(dialog)
    .queryAllByRole('menuitem')
    .map(({ textContent }) => textContent);

describe('finding anything', () => {
  it('opens with Ctrl+K while a person writes, and Escape leads back to what they wrote', async () => {
    const { user } = await atTheDesk();
    const box = await screen.findByLabelText<HTMLTextAreaElement>('Write to Robin');
    await user.type(box, 'half a sentence');
    await user.keyboard('{Control>}k{/Control}');
    const dialog = await palette();
    await expectNoBarriers(dialog);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(box));
    expect(box.value).toBe('half a sentence');
  });

  it('lists the acts of the open conversation with their keys, and does one with Enter', async () => {
    const { user } = await atTheDesk();
    await user.keyboard('{Control>}k{/Control}');
    const list = entries(await palette());
    expect(list).toEqual(expect.arrayContaining([expect.stringMatching(/Write a private note.*Alt\+N/)]));
    expect(list.join()).not.toMatch(/Samaritans|Live view/);
    await user.keyboard('hand over{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await screen.findByRole('tabpanel', { name: 'Hand over' });
  });

  it('leads to another conversation of one’s own, ready to write', async () => {
    const { user } = await openSignedIn('responder', (service) =>
      service.changeDesk({ caseload: [anItem(), anItem({ conversationId: KIM, visitorName: 'Kim' })] }),
    );
    await user.keyboard('{Control>}k{/Control}');
    await palette();
    await user.keyboard('kim{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Write to Kim')));
  });

  it('puts a starter and a resource into the reply, after what is there', async () => {
    const { user } = await atTheDesk();
    const box = await screen.findByLabelText<HTMLTextAreaElement>('Write to Robin');
    await user.type(box, 'Yes.');
    await user.keyboard('{Control>}k{/Control}');
    await palette();
    await user.keyboard('samarit{Enter}');
    await waitFor(() =>
      expect(box.value).toBe('Yes.\n\nSamaritans\n116 123\nhttps://www.samaritans.org\nOpen: always'),
    );
    await user.keyboard('{Control>}k{/Control}');
    await palette();
    await user.keyboard('opening{Enter}');
    await waitFor(() => expect(box.value).toMatch(/always\n\nHi, I am Sam\.$/));
  });

  it('says when nothing matches', async () => {
    const { user } = await atTheDesk();
    await user.keyboard('{Control>}k{/Control}');
    const dialog = await palette();
    await user.keyboard('zzz{Enter}');
    expect(within(dialog).getByText(/Nothing matches your search/)).toBeInstanceOf(HTMLElement);
  });

  it('leads a supervisor to a page and to a person, and a responder to neither', async () => {
    const { user, address } = await openSignedIn('supervisor', (service) => {
      service.changeDesk({ me: { ...ANA, availability: 'available' } });
      service.board = aLiveView({ people: [aPerson(), aPerson({ id: JO.id, name: 'Jo Bright' })] });
    });
    await user.keyboard('{Control>}k{/Control}');
    await palette();
    await user.keyboard('bright{Enter}');
    await waitFor(() => expect(address()).toMatch(new RegExp(`/people#person-${id(3)}$`)));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Jo Bright'));
    await user.keyboard('{Control>}k{/Control}');
    await palette();
    await user.keyboard('today{Enter}');
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    expect(address()).toMatch(/\/today$/);
  });
});

describe('Alt+T', () => {
  it('asks for a break after this conversation', async () => {
    const { user, service } = await atTheDesk();
    await user.keyboard('{Alt>}t{/Alt}');
    expect(service.of('break:take')).toHaveLength(1);
  });
});
