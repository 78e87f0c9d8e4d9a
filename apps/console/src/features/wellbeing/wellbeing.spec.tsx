import { screen, within } from '@testing-library/react';
import type { Wellbeing } from '@warmline/contracts';
import { expectNoBarriers } from '../../testing/barriers';
import { ANA, anItem, anOffer, aWellbeing, MINUTE, START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const DAY = 24 * 60 * MINUTE;
const noBreak = aWellbeing().break;

const open = (over: Partial<Wellbeing>, desk: object = {}) =>
  openSignedIn('responder', (service) => service.changeDesk({ wellbeing: aWellbeing(over), ...desk }));
const strip = () => screen.findByRole('region', { name: 'Your day' });

describe('checking in', () => {
  it('asks before anything is offered, and every answer goes as it is', async () => {
    const { user, service, happens } = await open({ shift: null });
    const card = await screen.findByRole('region', { name: 'OK to take chats today?' });
    expect(
      within(card)
        .getAllByRole('button')
        .map((one) => one.textContent),
    ).toEqual(['Yes', 'Yes, one at a time', 'Not today']);
    await user.click(within(card).getByRole('checkbox'));
    await user.click(within(card).getByRole('button', { name: 'Yes, one at a time' }));
    expect(service.of('shift:check_in')).toEqual([{ answer: 'one_at_a_time', takesSurge: true }]);
    await happens(() => service.changeDesk({ wellbeing: aWellbeing() }));
    expect(screen.queryByRole('region', { name: 'OK to take chats today?' })).toBeNull();
  });

  it('has no barrier', async () => {
    await open({ shift: null });
    await expectNoBarriers(await screen.findByRole('region', { name: 'OK to take chats today?' }));
  });

  it('says kindly why not, when the hours are used up', async () => {
    const { user, service } = await open({ shift: null });
    service.refusals.set('shift:check_in', 'hours_over');
    await user.click(await screen.findByRole('button', { name: 'Yes' }));
    expect(await screen.findByText(/Please rest/)).toBeInstanceOf(HTMLElement);
  });
});

describe('a break', () => {
  it('that is due can be taken now or put off once', async () => {
    // The server looked a moment after this page's clock.
    const dueAt = START + 900;
    const { user, service } = await open({
      break: { ...noBreak, dueAt, canDelay: true },
      obstacles: [{ reason: 'break_due', until: null, lacks: null }],
    });
    const card = await strip();
    expect(card.textContent).toContain('Time for a break of 10 minutes');
    await expectNoBarriers(card);
    await user.click(within(card).getByRole('button', { name: 'Delay by 15 minutes' }));
    expect(service.of('break:delay')).toHaveLength(1);
  });

  it('that was put off already is only taken', async () => {
    const { user, service } = await open({ break: { ...noBreak, dueAt: START } });
    const card = await strip();
    expect(within(card).getAllByRole('button')).toHaveLength(1);
    await user.click(within(card).getByRole('button', { name: 'Start the break now' }));
    expect(service.of('break:take')).toHaveLength(1);
  });

  it('tells when it ends in words, and nothing counts down', async () => {
    const { pass } = await open({ break: { ...noBreak, until: START + 8 * MINUTE } });
    const card = await strip();
    expect(card.textContent).toContain('About 8 minutes left.');
    expect(within(card).queryByRole('timer')).toBeNull();
    await pass(30_000);
    expect(card.textContent).not.toMatch(/second|\d:\d\d:\d\d/);
    await expectNoBarriers(card);
  });

  it('can be wished for after this conversation, and taken back', async () => {
    const { user, service, happens } = await open({}, { caseload: [anItem()] });
    await user.click(await screen.findByRole('button', { name: /^My day/ }));
    await user.click(await screen.findByRole('menuitem', { name: /^Break after this conversation/ }));
    expect(service.of('break:take')).toHaveLength(1);
    await happens(() =>
      service.changeDesk({ wellbeing: aWellbeing({ break: { ...noBreak, dueAt: START, isWanted: true } }) }),
    );
    await user.click(within(await strip()).getByRole('button', { name: 'Cancel the break' }));
    expect(service.of('break:end')).toHaveLength(1);
  });
});

describe('a break with nobody to talk with', () => {
  it('says that it starts now, and is left by the same menu', async () => {
    const { user, service, happens } = await open({});
    await user.click(await screen.findByRole('button', { name: /^My day/ }));
    await user.click(await screen.findByRole('menuitem', { name: /^Start a break now/ }));
    expect(service.of('break:take')).toHaveLength(1);
    const onBreak = { ...noBreak, until: START + 10 * MINUTE, canEnd: true };
    await happens(() => service.changeDesk({ wellbeing: aWellbeing({ break: onBreak }) }));
    await user.click(await screen.findByRole('button', { name: /^My day/ }));
    await user.click(await screen.findByRole('menuitem', { name: /^Come back now/ }));
    expect(service.of('break:end')).toHaveLength(1);
  });
});

describe('checking in away from the desk', () => {
  it('is one line for a supervisor who is available, and gone for one who is away', async () => {
    const { user, service, happens } = await openSignedIn('supervisor', (fake) =>
      fake.changeDesk({ wellbeing: aWellbeing({ shift: null }) }),
    );
    await user.click(within(await strip()).getByRole('button', { name: 'Check in' }));
    const card = await screen.findByRole('region', { name: 'OK to take chats today?' });
    await user.click(within(card).getByRole('button', { name: 'Not today' }));
    expect(service.of('shift:check_in')).toHaveLength(1);
    await happens(() => service.changeDesk({ me: { ...ANA, availability: 'away' } }));
    expect(screen.queryByRole('region', { name: 'Your day' })).toBeNull();
  });
});

describe('quiet time', () => {
  it('is told with its end, and is ten minutes with one press', async () => {
    const { user, service } = await open({
      coolDown: { until: START + 3 * MINUTE, reason: 'after_conversation', canExtend: true },
    });
    const card = await strip();
    expect(card.textContent).toContain('Quiet time until');
    await user.click(within(card).getByRole('button', { name: 'Extend to 10 minutes' }));
    expect(service.of('cool_down:extend')).toHaveLength(1);
    await expectNoBarriers(card);
  });

  it('after a hard conversation offers to stop for today, without a reason', async () => {
    const { user, service } = await open({
      coolDown: { until: START + 15 * MINUTE, reason: 'after_heavy', canExtend: false },
    });
    await user.click(within(await strip()).getByRole('button', { name: 'Stop for today' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.queryByRole('textbox')).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'End my shift' }));
    expect(service.of('shift:check_out')).toEqual([{ feeling: null, review: null }]);
  });
});

describe('contact with the supervisor', () => {
  const rest = { until: START + 15 * MINUTE, reason: 'after_heavy', canExtend: false } as const;

  it('contact with the supervisor is offered in one press after a hard conversation', async () => {
    const { user, service, happens } = await open({ coolDown: rest });
    await user.click(
      within(await strip()).getByRole('button', { name: 'I would like to talk with my supervisor' }),
    );
    expect(service.of('contact:want')).toEqual([{}]);
    await happens(() =>
      service.changeDesk({ wellbeing: aWellbeing({ coolDown: rest, contactWantedAt: START }) }),
    );
    const card = await strip();
    expect(card.textContent).toContain('Your supervisor knows that you would like to talk');
    expect(within(card).queryByRole('button', { name: /talk with my supervisor/ })).toBeNull();
    expect(within(card).getByRole('button', { name: 'Stop for today' })).toBeInstanceOf(HTMLElement);
    await expectNoBarriers(card);
  });

  it('contact with the supervisor can be asked for at any time, on a shift or not', async () => {
    const { user, service } = await open({ shift: null });
    await user.click(await screen.findByRole('button', { name: /^My day/ }));
    await user.click(await screen.findByRole('menuitem', { name: /^I would like to talk/ }));
    expect(service.of('contact:want')).toEqual([{}]);
  });
});

describe('limits', () => {
  const limits: readonly (readonly [string, Partial<Wellbeing>, RegExp])[] = [
    ['missed offers', { awayBecause: 'missed_offers' }, /set to away.*Is everything all right/],
    [
      'hard topics',
      { heavy: { inARow: 2, inARowAtMost: 2, sinceCheckIn: 2, sinceCheckInAtMost: 3 } },
      /2 hard conversations in a row/,
    ],
    [
      'hours of the day',
      { obstacles: [{ reason: 'hours_over', until: null, lacks: 'day' }] },
      /You have used your hours for today/,
    ],
    [
      'hours of the week',
      { obstacles: [{ reason: 'hours_over', until: null, lacks: 'week' }] },
      /You have used your hours for this week.*ask a supervisor to allow more for one day/,
    ],
    [
      'hours that nobody can lengthen',
      { obstacles: [{ reason: 'hours_over', until: null, lacks: 'week_at_most' }] },
      /no more can be allowed/,
    ],
    [
      'the gap between two shifts, and when the next may begin',
      { shift: null, obstacles: [{ reason: 'between_shifts', until: START + 10 * MINUTE, lacks: null }] },
      /The next one can start at \d/,
    ],
    [
      'lapsed training',
      { obstacles: [{ reason: 'training_expired', until: null, lacks: 'suicide_safety' }] },
      /Your Suicide safety training has expired/,
    ],
    [
      'training that was never recorded',
      { obstacles: [{ reason: 'training_missing', until: null, lacks: 'core_safeguarding' }] },
      /Your Safeguarding training is not recorded yet/,
    ],
    [
      'training that ends soon',
      { training: [{ module: 'data_protection', state: 'amber', expiresAt: START + 5 * DAY }] },
      /Your Data protection training ends in 5 days/,
    ],
  ];
  it.each(limits)('say why: %s', async (_, over, told) => {
    await open(over);
    const card = await strip();
    expect(card.textContent).toMatch(told);
    await expectNoBarriers(card);
  });

  it('stand all together in one list, with how much is used', async () => {
    const allowed = { by: 'Ana', until: START + 60 * MINUTE };
    const { user } = await open({
      capacity: { units: 1, reason: 'first_conversations', conversationsHeld: 4 },
      hours: { ...aWellbeing().hours, week: 13 * 60 * MINUTE, weekAtMost: 16 * 60 * MINUTE, allowed },
    });
    await user.click(await screen.findByRole('button', { name: /^My day/ }));
    await user.click(await screen.findByRole('menuitem', { name: /^My limits/ }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Today: on shift for 30 min of 4 h at most.');
    expect(dialog.textContent).toContain('Last seven days: 13 h of 16 h at most.');
    expect(dialog.textContent).toContain('Ana has allowed up to 16 h until');
    expect(dialog.textContent).toContain('Between two shifts: at least 30 min, and 11 h overnight.');
    expect(dialog.textContent).toContain('You have one at a time for your first ten conversations.');
    await expectNoBarriers(dialog);
  });

  it('are told as long as they are in this service', async () => {
    const spans = { ...aWellbeing().spans, breakFor: 20 * MINUTE, restAfterHeavy: 45 * MINUTE };
    const { user } = await open({ spans });
    await user.click(await screen.findByRole('button', { name: /^My day/ }));
    await user.click(await screen.findByRole('menuitem', { name: /^My limits/ }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('A break of 20 minutes after each 60 minutes');
    expect(dialog.textContent).toContain(
      '3 minutes, or 10 minutes if you ask. After a hard one: 45 minutes.',
    );
  });

  it('are silent when there is nothing to say', async () => {
    await open({});
    await screen.findByRole('heading', { name: 'Mine' });
    expect(screen.queryByRole('region', { name: 'Your day' })).toBeNull();
  });
});

describe('ending a shift', () => {
  it('takes one tap, and a look back only from who wants one', async () => {
    const { user, service } = await open({});
    await user.click(await screen.findByRole('button', { name: /^My day/ }));
    await user.click(await screen.findByRole('menuitem', { name: /^End my shift/ }));
    const dialog = await screen.findByRole('dialog');
    await expectNoBarriers(dialog);
    await user.click(within(dialog).getByRole('radio', { name: 'Tired' }));
    await user.click(within(dialog).getByRole('checkbox', { name: /talk with my supervisor/ }));
    await user.click(within(dialog).getByRole('button', { name: 'End my shift' }));
    expect(service.of('shift:check_out')).toEqual([
      { feeling: 'tired', review: { wentWell: false, passOn: false, wantsContact: true } },
    ]);
  });

  it('what there is to pass on has a box that says who reads it, and reaches supervisors before the shift ends', async () => {
    const { user, service } = await open({});
    await user.click(await screen.findByRole('button', { name: /^My day/ }));
    await user.click(await screen.findByRole('menuitem', { name: /^End my shift/ }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('checkbox', { name: /something to pass on/ }));
    const box = within(dialog).getByRole('textbox', {
      name: 'What should supervisors know?',
      description: /^All supervisors can read this, with your name\. No one else can\./,
    });
    await user.click(within(dialog).getByRole('button', { name: 'End my shift' }));
    expect(within(dialog).getByText(/^Write what there is to pass on/)).toBeInstanceOf(HTMLElement);
    expect(service.of('shift:check_out')).toEqual([]);
    await user.type(box, 'The heating is off');
    await expectNoBarriers(dialog);
    await user.click(within(dialog).getByRole('button', { name: 'End my shift' }));
    expect(service.of('complaint:pass_on')).toMatchObject([{ words: 'The heating is off' }]);
    expect(service.of('shift:check_out')).toMatchObject([{ review: { passOn: true, wantsContact: false } }]);
  });
});

it('declines with "not this topic today", and says what the visitor has written of', async () => {
  const offer = anOffer({ topics: ['bereavement'] });
  const { user, service } = await open({}, { offer });
  expect(await screen.findByText('Mentions: Bereavement')).toBeInstanceOf(HTMLElement);
  await user.click(screen.getByRole('button', { name: 'Not this topic today: Bereavement' }));
  expect(service.of('offer:decline')).toEqual([{ offerId: offer.id, muteTopic: 'bereavement' }]);
});
