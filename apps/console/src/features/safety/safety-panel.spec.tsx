import { act, screen, within } from '@testing-library/react';
import type { SafetyRecord } from '@warmline/contracts';
import { aHelpCall } from '../../testing/a-help-view';
import {
  aLiveView,
  ANA,
  anItem,
  aRunning,
  aSafety,
  KIM,
  MINUTE,
  ROBIN,
  SAM,
  START,
} from '../../testing/builders';
import type { FakeService } from '../../testing/fake-service';
import { openSignedIn } from '../../testing/open-console';

const written = { by: SAM.name, at: START - MINUTE };
const HELD = { conversationId: ROBIN, epoch: 1 };

/** A responder who holds Robin's conversation, with this record. */
const onDesk = (record: Partial<SafetyRecord> = {}, item = anItem()) =>
  openSignedIn('responder', (service) => {
    service.safetyRecord = record;
    service.changeDesk({ caseload: [item] });
  });
const openTab = async (user: { click: (element: Element) => Promise<void> }): Promise<HTMLElement> => {
  await user.click(await screen.findByRole('tab', { name: 'Safety' }));
  return screen.findByRole('tabpanel', { name: 'Safety' });
};
const lastWritten = (service: FakeService): unknown => {
  const { conversationId, epoch, entry } = service.of('safety:record').at(-1) ?? {};
  return { conversationId, epoch, entry };
};

describe('the safety panel', () => {
  it('[SAF4] in danger the card asks “can you call?” after ten minutes without a word, and not before', async () => {
    const item = (minutes: number) =>
      anItem({
        safety: aSafety({ answer: 'not_safe_now' }),
        joinedAt: START - 40 * MINUTE,
        lastVisitorMessageAt: START - 30 * MINUTE,
        lastResponderMessageAt: START - minutes * MINUTE,
      });
    const { service, happens } = await onDesk({}, item(9));
    const card = await screen.findByRole('region', { name: 'In danger now' });
    expect(within(card).queryByText(/Can you call them/)).toBeNull();
    await happens(() => service.changeDesk({ caseload: [item(11)] }));
    expect(await within(card).findByText(/No word from them for 11 min\. Can you call them\?/)).toBeDefined();
  });

  it('a fact is ticked at once, and its words are saved when the person leaves the field', async () => {
    const fact = { kind: 'fact', fact: 'plan', isTicked: true, timeframe: null, words: '' } as const;
    const { user, service, happens } = await onDesk();
    const panel = await openTab(user);
    expect(
      within(panel).getByText('Record what you learned and did. This is not a prediction.'),
    ).toBeDefined();
    await user.click(await within(panel).findByRole('checkbox', { name: 'A plan' }));
    expect(lastWritten(service)).toEqual({ ...HELD, entry: fact });
    service.safetyRecord = { facts: [{ ...fact, ...written }] };
    await happens(() => service.changeDesk({ caseload: [anItem({ safety: aSafety({ entries: 1 }) })] }));
    const words = await within(panel).findByRole('textbox', { name: 'In their words: A plan' });
    await user.type(words, 'at the bridge');
    expect(within(panel).getByText('Not saved yet')).toBeDefined();
    await user.tab();
    expect(lastWritten(service)).toEqual({ ...HELD, entry: { ...fact, words: 'at the bridge' } });
  });

  it('not needed is recorded with its reason, and the plan goes into the reply by one press', async () => {
    const { user, service } = await onDesk({
      plan: [
        { kind: 'plan', part: 'who_i_can_ask', words: 'my sister', ...written },
        { kind: 'plan', part: 'signs', words: 'when it gets dark', ...written },
      ],
    });
    const panel = await openTab(user);
    await user.click(await within(panel).findByRole('radio', { name: 'Not needed' }));
    expect(service.of('safety:record')).toEqual([]);
    await user.type(within(panel).getByRole('textbox', { name: 'Why it was not needed' }), 'about a bus');
    await user.tab();
    expect(lastWritten(service)).toEqual({
      ...HELD,
      entry: { kind: 'asked', answer: 'not_needed', words: 'about a bus' },
    });
    await user.click(within(panel).getByRole('button', { name: 'Put the plan into the reply' }));
    const reply = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Write to Robin/ });
    expect(reply.value).toBe(
      'Our plan\n\nSigns that it is getting hard:\nwhen it gets dark\n\nWho I can ask for help:\nmy sister',
    );
  });

  it('[SAF1] when the facts have called a supervisor, the responder reads who, and the card says who does each step', async () => {
    const { user, service } = await onDesk(
      {
        step: { since: START, because: 'threshold' },
        called: { at: START, here: ['Jo'], answeredBy: null },
        steps: [{ kind: 'step', step: 'supervisor_joins', isDone: true, by: 'Jo', at: START }],
      },
      anItem({ safety: aSafety({ stepAt: START }) }),
    );
    const panel = await screen.findByRole('tabpanel', { name: 'Safety' });
    expect(await within(panel).findByText('Jo has been called.')).toBeDefined();
    expect(screen.getAllByText('Safety step open').length).toBeGreaterThanOrEqual(2);
    const card = within(panel).getByRole('region', { name: 'In danger now' });
    expect(within(card).getAllByRole('listitem')).toHaveLength(8);
    expect(within(card).queryByRole('checkbox', { name: /^Decide who to call/ })).toBeNull();
    expect(within(card).getByText(/^Done: Supervisor · Jo, /)).toBeDefined();
    await user.click(within(card).getByRole('checkbox', { name: /^Stay with them/ }));
    expect(lastWritten(service)).toEqual({
      ...HELD,
      entry: { kind: 'step', step: 'stay_with_them', isDone: true },
    });
  });

  it('[SAF1] asks a supervisor who holds the conversation to bring in another one', async () => {
    const { user } = await openSignedIn('supervisor', (service) => {
      service.safetyRecord = { step: { since: START, because: 'threshold' } };
      service.changeDesk({ caseload: [anItem({ safety: aSafety({ stepAt: START }) })] });
    });
    await user.click(await screen.findByRole('link', { name: /^My desk/ }));
    const card = await screen.findByRole('region', { name: 'In danger now' });
    expect(within(card).getByRole('checkbox', { name: /^Ask another supervisor to join/ })).toBeDefined();
    expect(within(card).queryByText(/^Join in the private lane/)).toBeNull();
  });

  it('[SAF1] says at once that the supervisor who was called is coming, and when they are there', async () => {
    const { service, happens } = await onDesk(
      {
        step: { since: START, because: 'threshold' },
        called: { at: START, here: ['Ana'], answeredBy: null },
      },
      anItem({ safety: aSafety({ stepAt: START }) }),
    );
    const panel = await screen.findByRole('tabpanel', { name: 'Safety' });
    await within(panel).findByText('Ana has been called.');
    const answered = { by: { id: ANA.id, name: ANA.name }, at: START };
    await happens(() => service.changeHelp({ mine: [aHelpCall({ answered })] }));
    expect(within(panel).getByText('Ana has been called and is coming.')).toBeDefined();
    const there = aHelpCall({ answered, joinedAt: START, isThere: true });
    await happens(() => service.changeHelp({ mine: [there] }));
    expect(within(panel).getByText('Ana has been called and is reading along.')).toBeDefined();
  });

  it('comes forward in danger by itself, with an urgent call too, and when it is asked for', async () => {
    const { service, happens } = await onDesk();
    await screen.findByRole('tab', { name: 'Resources', selected: true });
    const urgent = aHelpCall({ conversationId: ROBIN, urgency: 'urgent', calledBy: SAM });
    await happens(() => service.changeHelp({ mine: [urgent] }));
    const panel = await screen.findByRole('tabpanel', { name: 'Safety' });
    expect(await within(panel).findByRole('region', { name: 'In danger now' })).toBeDefined();
    act(() => {
      dispatchEvent(new KeyboardEvent('keydown', { key: 'f', code: 'KeyF', altKey: true, cancelable: true }));
    });
    expect(document.activeElement).toBe(within(panel).getByRole('heading', { name: 'Safety' }));
  });

  it('what only a supervisor decides has no button for a responder', async () => {
    const { user, service } = await onDesk();
    const panel = await openTab(user);
    await user.click(await within(panel).findByRole('button', { name: 'Record: Agreed a plan' }));
    expect(lastWritten(service)).toMatchObject({ entry: { kind: 'act', act: 'agreed_plan' } });
    expect(within(panel).queryByRole('button', { name: 'Record: Called emergency services' })).toBeNull();
  });

  it('[SAF3] the brief begins with what is recorded, and with nothing where nothing is', async () => {
    const { user } = await onDesk({
      asked: { kind: 'asked', answer: 'yes', words: '', ...written },
      facts: [
        {
          kind: 'fact',
          fact: 'timeframe',
          isTicked: true,
          timeframe: 'within_24_h',
          words: 'tonight',
          ...written,
        },
        { kind: 'fact', fact: 'means', isTicked: false, timeframe: null, words: '', ...written },
      ],
    });
    await user.click(await screen.findByRole('tab', { name: 'Hand over' }));
    const safety = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Safety/ });
    expect(safety.value).toBe(
      'Asked directly about suicide: yes.\nWhen they think of acting: within 24 hours (tonight)',
    );
  });
});

describe('the safety record for supervisors', () => {
  it('a supervisor who reads along reads the facts and writes acts, without a way to change a fact', async () => {
    const { user, service } = await openSignedIn('supervisor', (prepared) => {
      prepared.safetyRecord = {
        facts: [
          { kind: 'fact', fact: 'plan', isTicked: true, timeframe: null, words: 'the bridge', ...written },
        ],
      };
      prepared.board = aLiveView({ conversations: [aRunning({ conversationId: KIM, visitorName: 'Kim' })] });
    });
    await user.click(await screen.findByRole('link', { name: 'Live view' }));
    await user.click(await screen.findByRole('button', { name: 'Read along with Kim' }));
    await user.click(await screen.findByRole('button', { name: 'Open to read' }));
    const reading = await screen.findByRole('complementary', { name: 'Reading along: Kim' });
    expect(service.of('safety:open')).toEqual([]);
    await user.click(await within(reading).findByRole('button', { name: 'Safety record' }));
    expect(await within(reading).findByText('Yes: the bridge')).toBeDefined();
    expect(within(reading).queryByRole('checkbox', { name: 'A plan' })).toBeNull();
    await user.click(within(reading).getByRole('button', { name: 'Record: Called emergency services' }));
    expect(lastWritten(service)).toMatchObject({ conversationId: KIM, epoch: null });
    await user.click(within(reading).getByRole('link', { name: 'Emergency log' }));
    expect(await screen.findByRole('heading', { name: 'Emergency log' })).toBeDefined();
  });

  it('[SAF5] after the end a supervisor who never opened the record still writes acts and the log, and is told where it is', async () => {
    const { user, service } = await openSignedIn('supervisor', (prepared) => {
      prepared.board = aLiveView({ conversations: [aRunning()] });
      prepared.refusals.set('safety:open', 'conversation_ended');
    });
    await user.click(await screen.findByRole('link', { name: 'Live view' }));
    await user.click(await screen.findByRole('button', { name: 'Read along with Robin' }));
    await user.click(await screen.findByRole('button', { name: 'Open to read' }));
    await user.click(await screen.findByRole('button', { name: 'Safety record' }));
    expect(await screen.findByText(/^This chat has ended\. You can still record/)).toBeDefined();
    expect(screen.queryByText('Nothing recorded')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Record: Called emergency services' }));
    expect(lastWritten(service)).toMatchObject({ conversationId: ROBIN, epoch: null });
    await user.click(screen.getByRole('link', { name: 'Emergency log' }));
    expect(await screen.findByText(/^This chat has ended\. You can still add/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Add to the log' })).toBeDefined();
  });

  it('a mistake in the emergency log names the field, and the call is sent with its minutes', async () => {
    const { user, service } = await openSignedIn('supervisor', (prepared) => {
      prepared.board = aLiveView({ conversations: [aRunning()] });
    });
    await user.click(await screen.findByRole('link', { name: 'Live view' }));
    await user.click(await screen.findByRole('button', { name: 'Read along with Robin' }));
    await user.click(await screen.findByRole('button', { name: 'Open to read' }));
    await user.click(await screen.findByRole('button', { name: 'Safety record' }));
    await user.click(await screen.findByRole('link', { name: 'Emergency log' }));
    await user.click(await screen.findByRole('button', { name: 'Add to the log' }));
    expect(await screen.findByText(/^Enter who was called/)).toBeDefined();
    expect(service.of('emergency:log')).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Who was called' }), 'Ambulance');
    const minutes = screen.getByRole('textbox', { name: 'How many minutes ago' });
    await user.clear(minutes);
    await user.type(minutes, '4');
    service.safetyRecord = {
      log: [
        {
          kind: 'log',
          id: KIM,
          called: 'Ambulance',
          calledAt: START - 4 * MINUTE,
          reference: 'A-17',
          outcome: '',
          isConfirmed: true,
          by: ANA.name,
          at: START,
        },
      ],
    };
    await user.click(screen.getByRole('button', { name: 'Add to the log' }));
    expect(service.of('emergency:log')).toMatchObject([
      { conversationId: ROBIN, entry: { called: 'Ambulance', minutesAgo: 4, isConfirmed: false } },
    ]);
    expect(await screen.findByText('A-17')).toBeDefined();
  });
});
