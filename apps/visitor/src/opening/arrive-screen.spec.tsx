import { act, cleanup, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import type { Wait } from '@warmline/contracts';
import { expectNoBarriers } from '../testing/barriers';
import { box, button, heading, throughTheQuestions } from '../testing/in-a-chat';
import { openPage } from '../testing/open-page';

const { now } = Date;
afterEach(() => {
  Date.now = now;
  cleanup();
  sessionStorage.clear();
});

const HOUR = 3_600_000;
const before = (first: Element, second: Element): boolean =>
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
const samaritans = () => screen.getByRole('link', { name: 'Samaritans: 116 123' });

describe('a service that is not open to everyone', () => {
  it.each([
    ['closed', "We're closed right now"],
    ['closing_soon', 'We close soon'],
    ['at_capacity', 'A lot of people need us right now'],
    ['paused', "Our chat isn't working at the moment"],
  ] as const)(
    'a service that is %s says so, names other help, and offers no dead ends',
    async (opening, title) => {
      openPage({ opening: { opening, takes: 'nobody' } });
      await heading(title);
      expect(samaritans().getAttribute('href')).toBe('tel:116123');
      expect(screen.queryByRole('button', { name: 'Start' })).toBeNull();
      expect(screen.queryByRole('button', { name: "I'm not safe right now" })).toBeNull();
      await expectNoBarriers();
    },
  );

  it('a closed service says when it opens', async () => {
    openPage({
      opening: { opening: 'closed', takes: 'nobody', opensAt: new Date(2030, 0, 7, 18, 30).getTime() },
    });
    await heading("We're closed right now");
    expect(screen.getByText(/We open at 18:30 on Monday\. If you need someone now/)).toBeTruthy();
  });

  it('[SAF4] a service that is closed for a holiday names it', async () => {
    openPage({ opening: { opening: 'closed', takes: 'nobody', holiday: 'Christmas Day' } });
    await heading("We're closed right now");
    expect(screen.getByText(/^Today is Christmas Day\./)).toBeTruthy();
  });

  it('[RTE7] a full service says when to expect space, or that it is not known', async () => {
    const soon = new Date();
    soon.setHours(soon.getHours() + 1, 30, 0, 0);
    const full = { opening: 'at_capacity', takes: 'urgent' } as const;
    openPage({ opening: { ...full, spaceAt: soon.getTime() } });
    expect(await screen.findByText(/We expect space around \d+:30\. If you need someone now/)).toBeTruthy();
    cleanup();
    openPage({ opening: full });
    expect(await screen.findByText(/We can't say yet for how long\. Try again later\./)).toBeTruthy();
    expect(screen.queryByText(/expect space/)).toBeNull();
  });

  it('[RTE7] a full service takes only visitors who say they are not safe', async () => {
    const { service } = openPage({ opening: { opening: 'at_capacity', takes: 'urgent' } });
    const person = userEvent.setup();
    await heading('A lot of people need us right now');
    await person.click(button("I'm not sure if I'm safe"));
    await person.click(button('Continue'));
    await heading('Are you safe right now?');
    expect(screen.getAllByRole('radio')).toHaveLength(2);
    await person.click(button('Continue'));
    expect(service.asked).toHaveLength(0);
    await person.click(screen.getByLabelText("I'm not sure"));
    await person.click(button('Continue'));
    await heading("You're in the queue");
    expect(service.asked[0]?.payload).toMatchObject({ safety: 'unsure' });
  });

  it('[RTE7] someone who is not safe is one tap away from the queue of a full service', async () => {
    const { service } = openPage({ opening: { opening: 'at_capacity', takes: 'urgent' } });
    const person = userEvent.setup();
    await heading('A lot of people need us right now');
    await expectNoBarriers();
    await person.click(button("I'm not safe right now"));
    await heading("You're in the queue");
    expect(service.asked[0]?.payload).toMatchObject({ safety: 'danger', name: '' });
    expect(screen.getByText('In danger?').closest('details')?.open).toBe(true);
    expect(await screen.findByText('What stays private')).toBeTruthy();
  });

  it('a time at midnight is said in a word', async () => {
    const midnight = new Date(2030, 0, 7).getTime();
    openPage({ opening: { opening: 'closed', takes: 'nobody', opensAt: midnight } });
    await heading("We're closed right now");
    expect(screen.getByText(/We open at midnight on Monday/)).toBeTruthy();
  });

  it('a service that changed since the page opened shows its current state', async () => {
    const page = openPage({ opening: { opening: 'at_capacity', takes: 'urgent' } });
    page.service.refusing = { command: 'conversation:start', refusal: 'service_closed' };
    await act(() => page.visit.start('unsaid', ''));
    await heading('A lot of people need us right now');
  });
});

describe('the wait before the start', () => {
  it.each<[Wait, RegExp]>([
    ['unknown', /We can't say how long you might wait yet/],
    [{ within: 1, late: false }, /in a moment/],
    [{ within: 10, late: false }, /within 10 minutes/],
    [{ within: 60, late: false }, /within an hour/],
    [{ within: 0, late: false }, /more than an hour/],
  ])('%j is said in words', async (wait, words) => {
    openPage({ opening: { wait } });
    expect(await screen.findByText(words)).toBeTruthy();
    await expectNoBarriers();
  });

  it('other help is shown beside a long wait, and first above 45 minutes', async () => {
    const open = async (within: number): Promise<void> => {
      cleanup();
      openPage({ opening: { wait: { within, late: false } } });
      await waitFor(() => expect(button('Start').getAttribute('aria-disabled')).toBe('false'));
    };
    await open(20);
    expect(screen.queryByRole('link', { name: 'Samaritans: 116 123' })).toBeNull();
    await open(45);
    expect(before(button('Start'), samaritans())).toBe(true);
    await open(60);
    expect(before(samaritans(), button('Start'))).toBe(true);
  });

  it('the page says when the service closes, once that is near', async () => {
    openPage({ opening: { closesAt: Date.now() + HOUR } });
    expect(await screen.findByText(/We close at/)).toBeTruthy();
    cleanup();
    openPage({ opening: { closesAt: Date.now() + 5 * HOUR } });
    await waitFor(() => expect(button('Start').getAttribute('aria-disabled')).toBe('false'));
    expect(screen.queryByText(/We close at/)).toBeNull();
  });
});

describe('someone who understands', () => {
  it('may be wished for where the service has such people, and is said to be looked for', async () => {
    const { service } = openPage({ opening: { wishes: ['Bereavement', 'Welsh'] } });
    const person = userEvent.setup();
    await waitFor(() => expect(button('Start').getAttribute('aria-disabled')).toBe('false'));
    await person.click(button('Start'));
    await person.click(button('Continue'));
    await person.click(screen.getByLabelText('Welsh'));
    await expectNoBarriers();
    await person.click(button('Continue'));
    await heading("You're in the queue");
    expect(service.asked[0]?.payload).toMatchObject({ wants: ['Welsh'] });
    const wishes = { skills: ['Welsh'], heldFor: HOUR };
    await act(() => service.change({ wishes }));
    expect(screen.getByText('We look first for someone who understands: Welsh.')).toBeTruthy();
    await act(() => service.change({ wishes: { ...wishes, heldFor: 0 } }));
    expect(screen.getByText(/connect you with the first person who is/)).toBeTruthy();
  });

  it('is looked for as long as the server says, whatever this device takes the time to be', async () => {
    const { service } = await throughTheQuestions(null);
    Date.now = () => Date.UTC(2019, 0, 1);
    await act(() => service.change({ wishes: { skills: ['Welsh'], heldFor: HOUR } }));
    expect(screen.getByText('We look first for someone who understands: Welsh.')).toBeTruthy();
    Date.now = () => Date.UTC(2040, 0, 1);
    await act(() => service.change({ wishes: { skills: ['Welsh'], heldFor: HOUR } }));
    expect(screen.getByText('We look first for someone who understands: Welsh.')).toBeTruthy();
  });
});

describe('the wait', () => {
  const spoken = (): string | null => screen.getByRole('status').textContent;

  it('the wait is shown as estimated, with other help beside a long one', async () => {
    const { service } = await throughTheQuestions(null);
    await act(() => service.change({ wait: { within: 10, late: false } }));
    expect(await screen.findAllByText('Someone will usually be with you within 10 minutes.')).toHaveLength(2);
    expect(spoken()).toBe('Someone will usually be with you within 10 minutes.');
    await act(() => service.change({ wait: { within: 45, late: false } }));
    expect(samaritans()).toBeTruthy();
    await expectNoBarriers();
  });

  it('a wait longer than estimated gets one apology', async () => {
    const { service } = await throughTheQuestions(null);
    await act(() => service.change({ wait: { within: 10, late: true } }));
    expect(spoken()).toBe(
      "This is taking longer than we said. We're sorry. You still have your place. It should now be within 10 more minutes.",
    );
    await act(() => service.change({ wait: { within: 5, late: true } }));
    expect(spoken()).toBe('It should now be within 5 more minutes.');
    expect(screen.getByText(/taking longer than we said/)).toBeTruthy();
  });

  it('the wait of the next visitor has no number', async () => {
    const { service } = await throughTheQuestions("No, I'm in danger or I've hurt myself");
    await act(() => service.change({ wait: 'next' }));
    expect(spoken()).toMatch(/you're next/);
  });

  it('[RTE7] a visitor is told at once that no one is on shift and their place is kept', async () => {
    const { service } = await throughTheQuestions(null);
    await act(() => service.change({ wait: { within: 10, late: false } }));
    await act(() => service.change({ wait: 'nobody_on' }));
    expect(spoken()).toBe(
      "No one is here to answer you right now. We're sorry. We keep your place, and we'll tell you here as soon as someone is back.",
    );
    expect(screen.queryByText(/within 10 minutes/)).toBeNull();
    expect(screen.getByText('In danger?').closest('details')?.open).toBe(true);
    expect(before(samaritans(), box())).toBe(true);
    await expectNoBarriers();
    await act(() => service.change({ wait: { within: 5, late: true } }));
    expect(spoken()).toMatch(/^This is taking longer than we said\..*Someone is here again\. It should now/);
    expect(screen.getByText(/Someone is here again\./, { selector: 'main p *' })).toBeTruthy();
    expect(screen.getByText('In danger?').closest('details')?.open).toBe(false);
  });

  it('[SAF1] a visitor in danger of whom nobody could hear reads other help first', async () => {
    const { service } = await throughTheQuestions("No, I'm in danger or I've hurt myself");
    await act(() => service.change({ wait: 'next' }));
    const expected = () => screen.getByText(/you're next/, { selector: 'main p *' });
    expect(before(samaritans(), expected())).toBe(false);
    await act(() => service.change({ wait: 'next', helpFirst: true }));
    expect(before(samaritans(), expected())).toBe(true);
  });

  it('a wait with no one on shift for too long ends with the services that are open', async () => {
    const { service } = await throughTheQuestions(null);
    await act(() => service.change({ wait: 'nobody_on' }));
    await act(() => service.change({ state: 'ended', endReason: 'nobody_on' }));
    await heading('No one could answer you this time');
    expect(before(samaritans(), button('Start a new chat'))).toBe(true);
    await expectNoBarriers();
  });

  it('a wait that would outlast the opening hours ends with the services that are open', async () => {
    const { service } = await throughTheQuestions(null);
    await act(() => service.change({ state: 'ended', endReason: 'turned_away' }));
    await heading("We won't reach you before we close");
    expect(before(samaritans(), button('Start a new chat'))).toBe(true);
    await expectNoBarriers();
  });
});
