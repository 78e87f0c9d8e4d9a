import { screen, waitFor, within } from '@testing-library/react';
import { anItem, ROBIN } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const openNotes = async () => {
  const opened = await openSignedIn('responder', (service) => {
    service.changeDesk({ caseload: [anItem({ epoch: 2 })] });
    service.team.wrapUps = [
      {
        epoch: 1,
        by: 'Kim',
        contactKind: 'conversation',
        topics: [],
        outcome: 'calmer',
        note: 'calls again on Friday',
        at: 1_750_000_000_000,
      },
    ];
  });
  await screen.findByLabelText('Write to Robin');
  await opened.user.keyboard('{Alt>}n{/Alt}');
  const panel = await screen.findByRole('region', { name: 'Notes on Robin' });
  const box = within(panel).getByLabelText<HTMLTextAreaElement>('Private note', { selector: 'textarea' });
  return { ...opened, panel, box };
};

describe('private notes', () => {
  it('Alt+N goes to the box, which says who will read it', async () => {
    const { panel, box } = await openNotes();
    await waitFor(() => expect(document.activeElement).toBe(box));
    expect(panel.textContent).toContain('Seen by the person who holds this chat next and by supervisors.');
    expect(await within(panel).findByText(/calls again on Friday/)).toBeInstanceOf(HTMLElement);
  });

  it('a note is added under the holding, and then is in the list', async () => {
    const { user, service, panel, box } = await openNotes();
    await user.type(box, 'lives with an aunt');
    await user.click(within(panel).getByRole('button', { name: 'Add the note' }));
    expect(await within(panel).findByText('lives with an aunt')).toBeInstanceOf(HTMLElement);
    expect(service.of('note:add')).toMatchObject([{ conversationId: ROBIN, epoch: 2 }]);
    expect(box.value).toBe('');
  });

  it('a note that cannot be saved stays in its box, and is sent once the connection is back, under the same id', async () => {
    const { user, service, panel, box, pass, happens } = await openNotes();
    await user.type(box, 'kept');
    await happens(() => service.goDown());
    await user.click(within(panel).getByRole('button', { name: 'Add the note' }));
    expect(await within(panel).findByText(/We did not get an answer/)).toBeInstanceOf(HTMLElement);
    expect(box.value).toBe('kept');
    expect(sessionStorage.getItem('warmline.notes')).toContain('kept');
    service.comeBack();
    await pass(20_000);
    expect(await within(panel).findByText('kept', { selector: 'p' })).toBeInstanceOf(HTMLElement);
    const sent = service.of('note:add');
    expect(new Set(sent.map((note) => note['id'])).size).toBe(1);
  });
});
