import { screen, within } from '@testing-library/react';
import type { Complaint, ToldUs } from '@warmline/contracts';
import { expectNoBarriers } from '../../testing/barriers';
import { id, MINUTE, START } from '../../testing/builders';
import { openSeldomPage, openSignedIn } from '../../testing/open-console';

const COMPLAINT = id(95);
const complaint: Complaint = {
  id: COMPLAINT,
  at: START - MINUTE,
  toldBy: null,
  closed: null,
  words: 'I waited for an hour',
  notes: [],
};
const toldUs: ToldUs = {
  complaints: [{ id: COMPLAINT, at: START - MINUTE, toldBy: null, closed: null }],
  inAll: { kept: 1, open: 1 },
  words: [{ at: START, words: 'It helped me' }],
  survey: {
    better: { part: null, of: 12 },
    listened: { part: 30, of: 40 },
    response: { part: 41, of: 200 },
  },
};

type Prepare = NonNullable<Parameters<typeof openSignedIn>[1]>;

const open = (prepare: Prepare = () => undefined) =>
  openSignedIn('supervisor', (prepared) => {
    prepared.changeHelp({ complaints: [{ id: COMPLAINT, at: START - MINUTE }], complaintsOpen: 51 });
    prepared.answers.set('complaint:read', () => complaint);
    prepared.answers.set('complaint:note', () => complaint);
    prepared.answers.set('complaint:list', () => toldUs);
    prepare(prepared);
  });

describe('what people told us', () => {
  it('[AFT2] needs a supervisor in one row of the live view, until it is closed with what was done', async () => {
    const { user, service } = await open();
    const needs = await screen.findByRole('region', { name: /Needs you/ });
    expect(needs.textContent).toContain('51 complaints');
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

  it('[AFT2] says how many there are, and lists more until all are seen, also after one was read', async () => {
    const { user, service } = await open((prepared) => {
      const later = { id: id(96), at: START, toldBy: 'Sam', closed: null };
      const inAll = { kept: 2, open: 2 };
      prepared.answers.set('complaint:list', () => ({ ...toldUs, inAll }));
      prepared.answers.set('complaint:more', () => ({ complaints: [later], inAll }));
    });
    await openSeldomPage(user, 'Told us');
    expect(await screen.findByText('1 of 2 shown, 2 open in all')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('2 of 2 shown, 2 open in all')).toBeInstanceOf(HTMLElement);
    expect(service.of('complaint:more')).toEqual([{ after: { id: COMPLAINT, isClosed: false } }]);
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    const passedOn = { ...complaint, toldBy: 'Sam', words: 'The heating is off' };
    service.answers.set('complaint:read', () => passedOn);
    await user.click(screen.getByRole('button', { name: /^Read what Sam passed on/ }));
    const dialog = await screen.findByRole('dialog', { name: 'What Sam passed on' });
    expect(await within(dialog).findByText('The heating is off')).toBeInstanceOf(HTMLElement);
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('2 of 2 shown, 2 open in all')).toBeInstanceOf(HTMLElement);
    expect(service.of('complaint:list')).toHaveLength(2);
    expect(service.of('complaint:more')).toHaveLength(2);
  });

  it('[AFT2] has a page that shows no figure of fewer than thirty answers', async () => {
    const { user, service } = await open();
    await openSeldomPage(user, 'Told us');
    const page = await screen.findByRole('heading', { name: 'What people told us', level: 1 });
    expect(page).toBeInstanceOf(HTMLElement);
    expect(await screen.findByText('It helped me')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Too few to show: 12 of at least 30 answers')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('30 of 40')).toBeInstanceOf(HTMLElement);
    expect(service.of('complaint:list')).toHaveLength(1);
    await expectNoBarriers();
  });
});
