import { flawOf } from './subject.mjs';

describe('a commit subject', () => {
  it.each([
    'fix(presence): do not mark visitors offline after our own outage',
    'feat!: ask for Node 22',
    'docs: explain the keyring',
    'perf(postgres): NOTIFY once per commit',
  ])('may be "%s"', (subject) => {
    expect(flawOf(subject)).toBeNull();
  });

  it.each([
    ['Take nobody for gone', 'is not "type(scope): summary"'],
    ['feature: a type that is not in the list', 'is not "type(scope): summary"'],
    ['fix(Presence): a scope with a capital', 'is not "type(scope): summary"'],
    ['fix: Mark visitors', 'starts its summary with a capital letter'],
    ['fix: mark visitors.', 'ends with a full stop'],
    [`fix: ${'x'.repeat(70)}`, 'has 75 characters; at most 72'],
  ])('is refused as "%s"', (subject, why) => {
    expect(flawOf(subject)).toBe(why);
  });
});
