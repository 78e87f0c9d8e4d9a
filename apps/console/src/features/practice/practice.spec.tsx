import { screen, within } from '@testing-library/react';
import type { PracticeView } from '@warmline/contracts';
import { id, SAM, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { openConsole, openSignedIn } from '../../testing/open-console';

const openPractice = (path: string, over: Partial<PracticeView> = {}) => {
  const service = new FakeService();
  service.session = { staff: SAM };
  service.practice.view = { ...service.practice.view, ...over };
  return openConsole(path, service);
};

/** On the desk of a practice, with the visitor's line there. */
const practising = async () => {
  const opened = openPractice(`/practice/${id(900)}`);
  await screen.findByLabelText('Write to Ash');
  return opened;
};

/** What goes to the real service although it is about a conversation. */
const REAL = [
  ...[
    'message:send',
    'help:call',
    'safety:set',
    'safety:record',
    'conversation:end',
    'ending:ask',
    'note:add',
  ],
  ...['wrap_up:finish', 'typing:set', 'receipt:seen', 'handover:propose', 'timeline:read'],
];

/** The call for a real supervisor, in the status bar. */
const REAL_CALL = 'Call supervisor. Hold, or press twice, if it is urgent.';

describe('practice', () => {
  it('a scenario begins from the list, and leads to the desk', async () => {
    const { user, address } = openPractice('/practice');
    expect(await screen.findByText(/^Passed, valid until/)).toBeInstanceOf(HTMLElement);
    await user.click(await screen.findByRole('button', { name: 'Start: Someone not safe' }));
    await screen.findByLabelText('Write to Ash');
    expect(address()).toMatch(/practice\/[0-9a-f-]{36}$/);
    expect(screen.getByText('No visitor is there, and no supervisor is called.')).toBeInstanceOf(HTMLElement);
  });

  it('is offered where there is nothing else to do', async () => {
    const { user, address } = await openSignedIn('responder', () => {});
    await user.click(await screen.findByRole('link', { name: 'Practise a conversation' }));
    await screen.findByRole('heading', { name: 'Practise' });
    expect(address()).toBe('/console/practice');
  });

  it('[PRA1] nothing done on the desk of a practice is sent as anything but practice', async () => {
    const { user, service, pass } = await practising();
    await user.type(screen.getByLabelText('Write to Ash'), 'Are you thinking about suicide?');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await screen.findByText('Are you thinking about suicide?');
    await user.keyboard('{Alt>}s{/Alt}');
    expect(await screen.findByText(/In practice no one is/)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Let 5 minutes pass' }));
    await pass(10_000);
    expect(service.practice.acts).toEqual([
      { kind: 'say', words: 'Are you thinking about suicide?' },
      { kind: 'call', urgency: 'normal' },
      { kind: 'wait', minutes: 5 },
    ]);
    expect(REAL.filter((command) => service.of(command).length > 0)).toEqual([]);
  });

  it('[PRA1] the call button of the real service is not there in practice, and is there again after it', async () => {
    const { user } = await practising();
    expect(screen.getByRole('button', { name: 'Call supervisor, in practice' })).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole('button', { name: REAL_CALL })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Stop practising' }));
    const dialog = await screen.findByRole('dialog', { name: 'Stop practising?' });
    await user.click(within(dialog).getByRole('button', { name: 'Stop practising' }));
    await screen.findByRole('heading', { name: 'Practise' });
    expect(screen.getByRole('button', { name: REAL_CALL })).toBeInstanceOf(HTMLElement);
  });

  it('an ending that is written up leads to the checklist, and to a supervisor’s words', async () => {
    openPractice(`/practice/${id(900)}`, {
      result: 'passed',
      looks: [
        { look: 'asked_directly', isNeeded: true, isMet: true, messages: [id(901)] },
        { look: 'closed_gently', isNeeded: false, isMet: false, messages: [] },
      ],
      words: [{ id: id(990), by: 'Ana', at: START, word: 'You asked it plainly.' }],
    });
    expect(await screen.findByRole('heading', { name: 'Passed: Someone not safe' })).toBeInstanceOf(
      HTMLElement,
    );
    const [asked, closed] = screen.getAllByRole('listitem');
    expect(asked?.textContent).toBe('FoundAsked directly about suicide (needed)');
    expect(closed?.textContent).toBe('Not foundClosed gently');
    expect(screen.getByText('You asked it plainly.')).toBeInstanceOf(HTMLElement);
  });

  it('a colleague who is asked sees it on any page, and gets a plain box', async () => {
    const { user, service, happens } = await openSignedIn('responder', (made) => {
      made.practice.view = {
        ...made.practice.view,
        part: 'visitor',
        item: null,
        record: null,
        responderName: 'Kim',
      };
      made.practice.overview = {
        ...made.practice.overview,
        recent: [
          {
            practiceId: id(900),
            scenario: null,
            part: 'visitor',
            responder: { id: id(3), name: 'Kim' },
            colleagueName: SAM.name,
            beganAt: START,
            result: null,
            words: 0,
          },
        ],
      };
    });
    await happens(() => service.tell('practice:changed', { practiceId: id(900) }));
    await user.click(await screen.findByRole('button', { name: 'Play the visitor' }));
    await user.type(await screen.findByLabelText('As the visitor', { selector: 'textarea' }), 'is it you?');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(service.practice.acts).toEqual([{ kind: 'visitor_say', words: 'is it you?' }]);
  });

  it('a practice that is not there says so', async () => {
    const service = new FakeService();
    service.session = { staff: SAM };
    service.refusals.set('practice:open', 'not_found');
    openConsole(`/practice/${id(900)}`, service);
    expect(await screen.findByText(/is not there, or is not yours to read/)).toBeInstanceOf(HTMLElement);
  });
});
