import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { min } from '../../shared/i18n/spans';

export const caseloadWords = withIsolatedTexts({
  title: 'Mine',
  none: 'No conversations',
  noneMore: 'Your conversations appear here when you accept an offer.',
  wrapUps: 'Wrap-ups to finish',
  talking: 'Active',
  away: 'Not connected right now',
  ended: 'Ended',
  lost: 'No longer with you',
  for: (count: number) => min(count),
  lastWords: (name: string, text: string) => `${name}: “${text}”`,
  observed: (names: string) => `${names} is reading along`,
  dangerWroteTitle: 'A person in danger waits for you',
  dangerWrote: (name: string) =>
    `${name === '' ? 'The visitor you talk with' : name} is in danger and waits for you to write.`,
  answer: 'Answer now',
  unsent: 'Not sent',
  unsentWhy:
    'You wrote this before the page was reloaded. Someone else has the conversation now, so it was not sent.',
  shortcut: (place: number) => `Alt ${place}`,
  due: (minutes: number) => `Your shift ends in ${min(minutes)}. Hand over?`,
  dueOver: 'Your shift is over. Hand over?',
  handOver: (name: string) => `Hand over ${name}`,
});
