import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { min } from '../../shared/i18n/spans';
import { whom } from '../../shared/i18n/visitor-name';

export const caseloadWords = withIsolatedTexts({
  title: 'Mine',
  none: 'No conversations',
  noneMore: 'Yours show here once you accept an offer.',
  wrapUps: 'Wrap-ups to finish',
  talking: 'Talking',
  away: 'Not connected right now',
  ended: 'Ended',
  lost: 'Not with you any more',
  for: (count: number) => min(count),
  quiet: (count: number) => `Quiet ${min(count)}`,
  waits: (count: number) => `Waiting ${count} min for a reply`,
  observed: (names: string) => `${names} is reading along`,
  unsent: 'Not sent',
  unsentWhy:
    'Written before this page was loaded again. The conversation is with somebody else now, so this was not sent.',
  shortcut: (place: number) => `Alt ${place}`,
  due: (minutes: number) => `Your shift ends in ${min(minutes)}. Hand over?`,
  dueOver: 'Your shift is over. Hand over?',
  handOver: (name: string) => `Hand over ${whom(name)}`,
});
