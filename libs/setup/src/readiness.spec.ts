import { instant } from '@warmline/kernel';
import { READINESS_CHECKS } from '@warmline/vocabulary';
import { BACKUP_VALID, decideOpening, readinessOf, type Confirmed, type ReadinessFacts } from './readiness';

const now = instant(1_800_000_000_000);
const said: Confirmed = { by: 'Ana', at: instant(now - 1_000), isCurrent: true };
const ready: ReadinessFacts = {
  now,
  administrators: 2,
  withoutSecondFactor: 0,
  hasHours: true,
  responders: 1,
  firstShift: { beginsAt: instant(now + 1_000), hasSupervisor: true },
  onCallContacts: 1,
  testChat: { by: 'Ana', at: now },
  confirmed: { numbers: said, wording: said, backup: said },
};
const open = (over: Partial<ReadinessFacts>): string[] =>
  readinessOf({ ...ready, ...over })
    .filter(({ isDone }) => !isDone)
    .map(({ check }) => check);

describe('ready to open', () => {
  it('is everything, computed from what is stored', () => {
    expect(open({})).toEqual([]);
    expect(readinessOf(ready).map(({ check }) => check)).toEqual(READINESS_CHECKS);
  });

  it('is nothing of what only a person can say, before one did', () => {
    expect(open({ confirmed: {} })).toEqual(['numbers', 'wording', 'backup']);
  });

  it.each([
    [{ administrators: 1 }, 'administrators'],
    [{ withoutSecondFactor: 1 }, 'second_factors'],
    [{ hasHours: false }, 'hours'],
    [{ responders: 0 }, 'responders'],
    [{ firstShift: null }, 'first_shift'],
    [{ firstShift: { beginsAt: now, hasSupervisor: false } }, 'first_shift'],
    [{ onCallContacts: 0 }, 'on_call'],
    [{ testChat: null }, 'test_chat'],
    [{ confirmed: { ...ready.confirmed, numbers: { ...said, isCurrent: false } } }, 'numbers'],
    [{ confirmed: { ...ready.confirmed, backup: { ...said, at: instant(now - BACKUP_VALID) } } }, 'backup'],
  ] satisfies [Partial<ReadinessFacts>, string][])('with %j is not %s', (over, check) => {
    expect(open(over)).toEqual([check]);
  });

  it('a second factor that the service does not ask for holds up no opening, and is told apart from one that all have', () => {
    const factors = (withoutSecondFactor: number | null) =>
      readinessOf({ ...ready, withoutSecondFactor }).find(({ check }) => check === 'second_factors');
    expect(factors(null)).toMatchObject({ isDone: true, isAsked: false, count: null });
    expect(factors(0)).toMatchObject({ isDone: true, isAsked: true });
  });

  it('no hours are hours once someone says that it is always open', () => {
    expect(open({ hasHours: false, confirmed: { ...ready.confirmed, always_open: said } })).toEqual([]);
  });

  it('says that a word is outdated when what it was about has changed', () => {
    const lines = readinessOf({ ...ready, confirmed: { numbers: { ...said, isCurrent: false } } });
    expect(lines.find(({ check }) => check === 'numbers')).toMatchObject({ by: 'Ana', isOutdated: true });
    expect(lines.find(({ check }) => check === 'backup')).toMatchObject({ by: null, isOutdated: false });
  });

  it('opens without what is not needed only when that was named, and never without what protects people', () => {
    const lines = readinessOf({ ...ready, administrators: 1, onCallContacts: 0 });
    expect(decideOpening(readinessOf(ready), [])).toEqual({ mayOpen: true, missing: [] });
    expect(decideOpening(lines, ['administrators']).mayOpen).toBe(false);
    expect(decideOpening(lines, ['administrators', 'on_call'])).toEqual({
      mayOpen: true,
      missing: ['administrators', 'on_call'],
    });
    expect(decideOpening(readinessOf({ ...ready, testChat: null }), ['test_chat']).mayOpen).toBe(false);
  });
});
