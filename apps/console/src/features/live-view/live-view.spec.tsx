import { screen, waitFor, within } from '@testing-library/react';
import type { EndingToAgree, EndingToWriteUp } from '@warmline/contracts';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { expectNoBarriers } from '../../testing/barriers';
import {
  aLiveView,
  aMessage,
  ANA,
  anItem,
  aPerson,
  aRunning,
  aSafety,
  aWaiting,
  id,
  MINUTE,
  ROBIN,
  SAM,
  START,
} from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const waiting = (number: number, minutes: number) =>
  aWaiting({ conversationId: id(number), waitingSince: START - minutes * MINUTE });

const lane = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });
const rowsIn = (region: HTMLElement): HTMLElement[] => within(region).queryAllByRole('listitem');

const open = () =>
  openSignedIn('supervisor', (service) => {
    service.timelines.set(ROBIN, [aMessage(1, 'visitor', 'hello')]);
    service.board = aLiveView({ waiting: [waiting(21, 2), waiting(22, 12)], conversations: [aRunning()] });
  });

describe('the live view', () => {
  it('shows who waits in the order of answering, and says in one line who is on and how long someone waits', async () => {
    await open();
    const [first, second] = rowsIn(await lane('Waiting'));
    expect(first?.textContent).not.toContain('12 min');
    expect(second?.textContent).toContain('12 min');
    expect(screen.getByText(/0 on, 0 free · longest wait 12 min/)).toBeInstanceOf(HTMLElement);
  });

  it('says at once why no one is asked, when the next person is free, and why one in danger is not first', async () => {
    const { service, happens } = await open();
    const until = START + 11 * MINUTE;
    const resting = { obstacles: [{ reason: 'cool_down' as const, until, lacks: null }] };
    const safety = aSafety({ answer: 'not_safe_now' });
    await happens(() =>
      service.tellLiveView({
        ...service.board,
        waiting: [waiting(21, 1), aWaiting({ conversationId: id(31), safety, hold: 'unseen' })],
        people: [aPerson(resting), aPerson({ id: id(5), name: 'Jo', ...resting })],
      }),
    );
    const [first, second] = rowsIn(await lane('Waiting'));
    expect(first?.textContent).toContain('No one is asked yet: 2 people are in quiet time');
    expect(second?.textContent).toContain('goes first after 30 seconds, or once they write');
    expect(screen.getByText(/2 on, 0 free · next person free at \d\d:\d\d/)).toBeInstanceOf(HTMLElement);
  });

  it('calls a visitor the same in every lane: their name, or their alias', async () => {
    const { service, happens } = await open();
    const safety = aSafety({ answer: 'not_safe_now' });
    const named = aWaiting({ conversationId: id(31), visitorName: 'Robin', safety });
    const unnamed = aWaiting({ conversationId: id(32), safety });
    const runningOf = (row: typeof named) =>
      aRunning({ conversationId: row.conversationId, visitorName: row.visitorName });
    const [, alias = 'none'] = /(Visitor, [a-z]+ \d\d)/.exec(visitorCalled('', id(32))) ?? [];
    await happens(() =>
      service.tellLiveView({ ...service.board, waiting: [named, unnamed], conversations: [] }),
    );
    for (const name of ['Needs you', 'Waiting'])
      expect(within(await lane(name)).getAllByText(new RegExp(`^(Robin|${alias})$`))).toHaveLength(2);
    await happens(() =>
      service.tellLiveView({
        ...service.board,
        waiting: [],
        conversations: [runningOf(named), runningOf(unnamed)],
      }),
    );
    expect(within(await lane('Talking')).getAllByText(new RegExp(`^(Robin|${alias})$`))).toHaveLength(2);
  });

  it('[SAF3] puts what needs the supervisor above all lanes, the longest first, with one button each', async () => {
    const { user, service, happens } = await open();
    const danger = aSafety({ answer: 'not_safe_now' });
    await happens(() => {
      service.tellLiveView({
        ...service.board,
        waiting: [aWaiting({ conversationId: id(31), waitingSince: START - 3 * MINUTE, safety: danger })],
        people: [aPerson({ id: id(5), name: 'Jo', contactWantedAt: START - 9 * MINUTE })],
        conversations: [aRunning({ safety: danger })],
      });
      service.changeHelp({
        silent: [
          {
            conversationId: ROBIN,
            visitorName: 'Robin',
            responder: SAM,
            since: START - 6 * MINUTE,
            rings: 1,
          },
        ],
      });
    });
    const needs = await lane('Needs you');
    expect(rowsIn(needs).map((row) => row.textContent)).toEqual([
      expect.stringMatching(/Jo.*9 min.*Would like to speak/),
      expect.stringMatching(/Robin.*6 min.*Not safe now.*Silent/),
      expect.stringMatching(/3 min.*Not safe now.*No one has taken them/),
    ]);
    for (const row of rowsIn(needs)) expect(within(row).getAllByRole('button')).toHaveLength(1);
    await expectNoBarriers(screen.getByRole('main'));
    await user.click(within(needs).getByRole('button', { name: 'Take this chat' }));
    expect(service.of('conversation:take_over')).toEqual([
      { conversationId: id(31), reason: 'safety', onlyWaiting: true },
    ]);
  });

  it('asks for feedback on first conversations last, from two days before it is due', async () => {
    const { user, service, happens, address } = await open();
    const due = (number: number, name: string, days: number) =>
      aPerson({
        id: id(number),
        name,
        firstFeedback: { missing: 1, number: number - 40, dueAt: START + days * 24 * 60 * MINUTE },
      });
    await happens(() =>
      service.tellLiveView({
        ...service.board,
        people: [
          due(43, 'Kim', 1),
          due(42, 'Lou', -1),
          due(44, 'Max', 3),
          aPerson({ id: id(5), name: 'Jo', contactWantedAt: START - 9 * MINUTE }),
        ],
      }),
    );
    const needs = await lane('Needs you');
    expect(rowsIn(needs).map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^Jo/),
      expect.stringMatching(/^Lou.*Feedback on their 2nd conversation Late/),
      expect.stringMatching(/^Kim.*Feedback on their 3rd conversation due/),
    ]);
    const [, lou] = rowsIn(needs);
    if (lou === undefined) throw new Error('no row');
    await user.click(within(lou).getByRole('button', { name: 'See Quality' }));
    expect(address()).toContain('/quality');
  });

  it('marks which of a new responder’s first conversations runs, also while someone reads along', async () => {
    const { service, happens } = await open();
    const toObserve = { reason: 'first_conversations', held: 3, of: 10, observed: 1 } as const;
    await happens(() =>
      service.tellLiveView({
        ...service.board,
        people: [aPerson({ id: SAM.id, name: 'Sam', toObserve })],
        conversations: [aRunning({ responderId: SAM.id, observers: ['Ana'] })],
      }),
    );
    const [row] = rowsIn(await lane('Talking'));
    expect(row?.textContent).toMatch(/3rd of their first 10.*Read along by Ana/);
  });

  it('never offers a supervisor to read along with themselves', async () => {
    const { user, service, happens, address } = await openSignedIn('supervisor', (fake) =>
      fake.changeDesk({ caseload: [anItem()] }),
    );
    const mine = { responderId: ANA.id, responderName: ANA.name };
    await happens(() => {
      service.tellLiveView({ ...service.board, conversations: [aRunning(mine)] });
      service.changeHelp({
        unanswered: [
          { conversationId: ROBIN, visitorName: 'Robin', responder: ANA, since: START - 6 * MINUTE },
        ],
      });
    });
    const needs = await lane('Needs you');
    expect(within(needs).queryByRole('button', { name: /Read along/ })).toBeNull();
    await user.click(within(needs).getByRole('button', { name: 'Go to it: your chat with Robin' }));
    await waitFor(() => expect(address()).toBe('/console/'));
  });

  it('[SAF1] puts who has an open safety step there too, whatever their answer was', async () => {
    const { service, happens } = await open();
    const safety = aSafety({ answer: 'said_safe', stepAt: START - MINUTE });
    await happens(() =>
      service.tellLiveView({ ...service.board, waiting: [aWaiting({ conversationId: id(31), safety })] }),
    );
    expect(within(await lane('Needs you')).getByRole('button', { name: 'Take this chat' })).toBeInstanceOf(
      HTMLElement,
    );
  });

  it('[SAF2] lists endings to agree and who left in danger, one button each, and live danger above what is over', async () => {
    const { user, service, happens } = await open();
    const asks = (number: number, mustRead: boolean): EndingToAgree => ({
      id: id(number),
      conversationId: id(number + 10),
      visitorName: mustRead ? 'Kim' : '',
      responder: { id: SAM.id, name: SAM.name },
      reason: 'responder_ended_agreed',
      why: 'Her sister is with her',
      askedAt: START - number * 1000,
      mustRead,
    });
    const left: EndingToWriteUp = {
      conversationId: id(62),
      visitorName: 'Lou',
      how: 'quick_exit',
      at: START - 60 * MINUTE,
      responderName: 'Sam',
      isHeld: false,
    };
    const own = { ...asks(43, false), responder: { id: ANA.id, name: ANA.name } };
    await happens(() => {
      service.tellLiveView({ ...service.board, waiting: [], conversations: [] });
      service.changeHelp({
        endings: {
          mine: [],
          toAgree: [asks(42, true), asks(41, false), own],
          toWriteUp: [left],
          toWriteUpInAll: 1,
        },
      });
    });
    const needs = await lane('Needs you');
    expect(rowsIn(needs).map((row) => row.textContent)).toEqual([
      expect.stringMatching(/Kim.*They have written since.*Read first/),
      expect.stringMatching(
        /Visitor, [a-z]+ \d\d.*Sam asks to end.*Her sister is with her.*Agree and end it/,
      ),
      expect.stringMatching(/Lou.*60 min|Lou.*1 h/),
    ]);
    for (const row of rowsIn(needs)) expect(within(row).getAllByRole('button')).toHaveLength(1);
    await expectNoBarriers(screen.getByRole('main'));
    await user.click(within(needs).getByRole('button', { name: 'Agree and end it: Sam asks' }));
    await user.click(await screen.findByRole('button', { name: 'Agree and end it' }));
    await waitFor(() => expect(service.of('ending:agree')).toEqual([{ requestId: id(41) }]));
    await user.click(within(needs).getByRole('button', { name: 'Read first: Kim' }));
    expect(service.of('conversation:observe')).toEqual([{ conversationId: id(52) }]);
    await user.click(within(needs).getByRole('button', { name: 'Write it up: Lou' }));
    expect((await screen.findByRole('dialog')).textContent).toContain('Lou was in danger');
  });

  it('says what one’s own visitor has written and since when they wait, as the desk does', async () => {
    const { user } = await openSignedIn('supervisor', (service) => {
      service.changeDesk({ caseload: [anItem({ visitorName: 'Robin', head: 2 })] });
      service.timelines.set(ROBIN, [aMessage(1, 'visitor', 'hello'), aMessage(2, 'visitor', 'anyone?')]);
      const mine = { responderId: ANA.id, responderName: 'Ana', joinedAt: START - 9 * MINUTE };
      service.board = aLiveView({
        conversations: [aRunning({ ...mine, lastVisitorMessageAt: START - 2 * MINUTE })],
      });
    });
    expect((await lane('Talking')).textContent).toMatch(/Robin has waited [23] min/);
    expect(await within(await lane('Talking')).findByText('2 new messages')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Go to it: your chat with Robin' }));
    await screen.findByRole('heading', { name: 'Mine' });
  });

  it('says in one quiet line that nothing needs the supervisor', async () => {
    await openSignedIn('supervisor', () => {});
    expect((await lane('Needs you')).textContent).toContain('Nothing needs you right now.');
  });

  it('moves through all lanes by key, opens with Enter and closes with Esc', async () => {
    const { user } = await open();
    await lane('Waiting');
    await user.keyboard('{Alt>}jjjj{/Alt}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Read along with Robin');
    await user.keyboard('{Alt>}k{/Alt}');
    expect(document.activeElement?.textContent).toMatch(/, waiting 12 min$/);
    await user.keyboard('{Alt>}j{/Alt}{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Open to read' }));
    await screen.findByRole('complementary', { name: 'Reading along: Robin' });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary', { name: 'Reading along: Robin' })).toBeNull();
  });

  it('marks a visitor waiting for a reply', async () => {
    await open();
    expect(await screen.findByText('Waiting 4 min for a reply')).toBeInstanceOf(HTMLElement);
  });

  it('marks what a visitor in an ordinary chat has mentioned, where it asks for a second look', async () => {
    await openSignedIn('supervisor', (service) => {
      service.board = aLiveView({ conversations: [aRunning({ topics: ['bereavement', 'suicide'] })] });
    });
    const talking = await lane('Talking');
    expect((await within(talking).findByText(/^Mentioned: Suicide/)).closest('.ui-mark')).not.toBeNull();
    expect(talking.textContent).toMatch(/Sam · Bereavement/);
  });

  it('has something to say when nothing goes on', async () => {
    await openSignedIn('supervisor', () => {});
    expect(await screen.findByText('No one is waiting')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('No conversations right now')).toBeInstanceOf(HTMLElement);
  });
});
