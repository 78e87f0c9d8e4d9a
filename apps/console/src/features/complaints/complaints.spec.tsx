import { screen, within } from '@testing-library/react';
import type { Complaint, ToldUs } from '@warmline/contracts';
import { expectNoBarriers } from '../../testing/barriers';
import { id, MINUTE, START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const COMPLAINT = id(95);
const complaint: Complaint = {
  id: COMPLAINT,
  at: START - MINUTE,
  closed: null,
  words: 'I waited for an hour',
  notes: [],
};
const toldUs: ToldUs = {
  complaints: [{ id: COMPLAINT, at: START - MINUTE, closed: null }],
  words: [{ at: START, words: 'It helped me' }],
  survey: {
    better: { part: null, of: 12 },
    listened: { part: 30, of: 40 },
    response: { part: 41, of: 200 },
  },
};

const open = () =>
  openSignedIn('supervisor', (prepared) => {
    prepared.changeHelp({ complaints: [{ id: COMPLAINT, at: START - MINUTE }] });
    prepared.answers.set('complaint:read', () => complaint);
    prepared.answers.set('complaint:note', () => complaint);
    prepared.answers.set('complaint:list', () => toldUs);
  });

describe('what people told us', () => {
  it('[AFT2] needs a supervisor in one row of the live view, until it is closed with what was done', async () => {
    const { user, service } = await open();
    const needs = await screen.findByRole('region', { name: /Needs you/ });
    await user.click(await within(needs).findByRole('button', { name: 'Read it' }));
    const dialog = await screen.findByRole('dialog', { name: 'What someone told us' });
    expect(await within(dialog).findByText('I waited for an hour')).toBeInstanceOf(HTMLElement);
    expect(service.of('complaint:read')).toEqual([{ complaintId: COMPLAINT }]);
    await expectNoBarriers(dialog);
    await user.click(within(dialog).getByRole('button', { name: 'Save and close' }));
    expect(dialog.textContent).toContain('Write what was done');
    await user.type(within(dialog).getByRole('textbox', { name: /What was done/ }), 'Changed the rota');
    await user.click(within(dialog).getByRole('button', { name: 'Save and close' }));
    expect(service.of('complaint:note')).toMatchObject([
      { complaintId: COMPLAINT, words: 'Changed the rota', closes: true },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('[AFT2] has a page that shows no figure of fewer than thirty answers', async () => {
    const { user, service } = await open();
    await user.click(screen.getByRole('link', { name: 'Told us' }));
    const page = await screen.findByRole('heading', { name: 'What people told us', level: 1 });
    expect(page).toBeInstanceOf(HTMLElement);
    expect(await screen.findByText('It helped me')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Too few to show: 12 of at least 30 answers')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('30 of 40')).toBeInstanceOf(HTMLElement);
    expect(service.of('complaint:list')).toHaveLength(1);
    await expectNoBarriers();
  });
});
