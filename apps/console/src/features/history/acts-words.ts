import { withIsolatedTexts } from '../../shared/i18n/isolated';

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

export const actsWords = withIsolatedTexts({
  views: 'Parts of History',
  conversations: 'Conversations',
  people: 'People',
  settings: 'Settings',
  log: 'Audit log',
  settingsTitle: 'Changes of settings',
  settingsLead:
    'Who changed what, when, and what it was before. Changes from before this page was built have no before and after.',
  loading: 'Loading the history',
  failed: 'The history could not be loaded.',
  noSettings: 'No setting has been changed yet',
  list: 'Changes, the newest first',
  details: 'Before and after',
  detailsOf: (sentence: string) => `Before and after: ${sentence}`,
  earlier: 'Show earlier ones',
  personTitle: 'What someone did',
  personLead:
    'Conversations, readings and changes of one person. How they were, their breaks and their check-ins are left out.',
  person: 'Person',
  choosePerson: 'Choose a person.',
  from: 'From',
  until: 'Until',
  days: 'Choose two days, at most a year apart. The first one cannot be after the last.',
  show: 'Show',
  recorded: 'Your look is recorded.',
  of: (name: string) => `What ${name} did`,
  counts: {
    held: (number: number) => `held ${count(number, 'conversation', 'conversations')}`,
    handedOver: (number: number) => `proposed to hand over ${number}`,
    received: (number: number) => `took over ${number}`,
    read: (number: number) => `read ${count(number, 'conversation', 'conversations')}`,
    settings: (number: number) => `changed settings ${count(number, 'time', 'times')}`,
  },
  nothing: 'Nothing in these days',
  acts: 'What they did, the newest first',
  conversation: (visitor: string) => `Conversation of ${visitor}`,
});
