import { screen, within } from '@testing-library/react';
import type { CaseloadItem, Wellbeing } from '@warmline/contracts';
import { aMessage, anItem, aSafety, aWellbeing, KIM, MINUTE, ROBIN, START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const open = (caseload: readonly CaseloadItem[], wellbeing: Partial<Wellbeing> = {}) =>
  openSignedIn('responder', (service) => {
    service.timelines.set(ROBIN, [aMessage(1, 'visitor', 'it is about work')]);
    service.changeDesk({ caseload: [...caseload], wellbeing: aWellbeing(wellbeing) });
  });
const mine = () => within(screen.getByRole('region', { name: 'Mine' }));
const card = (name: RegExp | string) => mine().getByRole('button', { name }).textContent;
const ago = (minutes: number): number => START - minutes * MINUTE;

describe('a card of one’s own conversations', () => {
  it('says in one clock whose turn it is, and the last words', async () => {
    const waits = anItem({ head: 1, lastVisitorMessageAt: ago(4), lastResponderMessageAt: ago(9) });
    const answered = anItem({
      conversationId: KIM,
      visitorName: 'Kim',
      lastVisitorMessageAt: ago(8),
      lastResponderMessageAt: ago(4),
    });
    await open([waits, answered]);
    await screen.findByText('it is about work');
    expect(card(/^Robin/)).toMatch(/Robin has waited \d min/);
    expect(card(/^Robin/)).toContain('Robin: “it is about work”');
    expect(card(/^Kim/)).toContain('Your last word 4 min ago');
  });

  it('[SAF1] says since when a visitor who has written nothing waits for the first word', async () => {
    await openSignedIn('responder', (service) =>
      service.changeDesk({ caseload: [anItem({ joinedAt: ago(5) })] }),
    );
    expect(card(/^Robin/)).toMatch(/Robin waits for your first word, \d min/);
  });

  it('hides the last words together with the messages', async () => {
    const { user } = await open([anItem({ head: 1 })]);
    await screen.findByText('it is about work');
    await user.keyboard('{Alt>}b{/Alt}');
    expect(card(/^Robin/)).not.toContain('it is about work');
  });

  it('gives each visitor without a name an alias of their own, which the reply box uses too', async () => {
    const unnamed = { visitorName: '' };
    const { user } = await open([anItem(unnamed), anItem({ ...unnamed, conversationId: KIM })]);
    const names = mine()
      .getAllByText(/^Visitor, [a-z]+ \d\d$/, { selector: 'bdi' })
      .map((name) => name.textContent);
    expect(new Set(names).size).toBe(2);
    await user.keyboard('{Alt>}2{/Alt}');
    expect(await screen.findByLabelText(`Write to ${names[1]}`)).toBeInstanceOf(HTMLElement);
  });

  it('counts the time over everyone who held the conversation', async () => {
    await open([anItem({ talkingSince: ago(22), joinedAt: ago(1) })]);
    expect(card(/^Robin/)).toContain('22 min');
    expect(screen.getByText('22 of about 45 min')).toBeInstanceOf(HTMLElement);
  });
});

describe('the status', () => {
  const until = START + 8 * MINUTE;
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(until);
  const status = () => screen.getByRole('button', { name: /^My status/ }).textContent;

  it('says that a person is on a break and until when, and lets them come back', async () => {
    const { user, service } = await open([], {
      break: { ...aWellbeing().break, until, canEnd: true },
    });
    expect(status()).toBe(`On break until ${time}`);
    await user.click(screen.getByRole('button', { name: 'Come back now' }));
    expect(service.of('break:end')).toHaveLength(1);
  });

  it('offers no way back from a break that was due', async () => {
    await open([], { break: { ...aWellbeing().break, until } });
    expect(screen.queryByRole('button', { name: 'Come back now' })).toBeNull();
  });

  it('says quiet time, one at a time, and that a person has not checked in', async () => {
    const { happens, service } = await open([], {
      coolDown: { until, reason: 'after_conversation', canExtend: false },
    });
    expect(status()).toBe(`Quiet until ${time}`);
    const capacity = { units: 1, reason: 'one_at_a_time' as const, conversationsHeld: 3 };
    await happens(() => service.changeDesk({ wellbeing: aWellbeing({ capacity }) }));
    expect(status()).toBe('One at a time');
    await happens(() => service.changeDesk({ wellbeing: aWellbeing({ shift: null }) }));
    expect(status()).toBe('Not checked in');
  });

  it('says the capacity in words: an urgent conversation counts as two, a wrap-up as half', async () => {
    const urgent = anItem({ band: 1, safety: aSafety({ answer: 'not_safe_now' }) });
    const ended = anItem({ conversationId: KIM, state: 'wrap_up', endedAt: START });
    await open([urgent, ended]);
    expect(
      screen.getByText('1 of 2 conversations · one urgent counts as two · a wrap-up counts as half'),
    ).toBeInstanceOf(HTMLElement);
  });
});
