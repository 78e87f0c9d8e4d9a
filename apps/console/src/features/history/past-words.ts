import type { PastAct } from '@warmline/contracts';
import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { actWords } from './act-words';
import { countWords, reasonWords } from './reason-words';

export const pastWords = withIsolatedTexts({
  title: (visitor: string) => `The conversation of ${visitor}`,
  pageTitle: 'Past conversation',
  back: 'Back to the history',
  purpose: 'Why are you opening it?',
  purposeHint: 'Your reading and its purpose are recorded. The people who had the conversation see both.',
  purposeMissing: 'Choose why you are opening it.',
  open: 'Open the conversation',
  opening: 'Opening the conversation',
  openedFor: (purpose: string) => `Opened and recorded: ${purpose}.`,
  gone: 'What was written is gone',
  goneLead:
    'The time to keep this conversation is over. Nothing of what was written can be opened by anyone. What was done about it, and by whom, is left below.',
  timeline: 'What was written and done, the oldest first',
  show: 'Show',
  kinds: { chat: 'What was written in the chat', beside: 'What the team wrote', done: 'What was done' },
  titled: (name: string, title: string) => `${name}, ${title}:`,
  nothing: 'Nothing of this kind.',
  said: (name: string, body: string) => `${name}: ${body}`,
  unreadable: 'This message cannot be opened.',
  print: 'Print',
  printed: (at: string) => `Printed ${at}`,
  visitor: 'The visitor',
  system: 'Warmline',
  someone: 'Someone who has left',
  newer: (who: string) => `${who} did something that this page has no words for yet. Reload the page`,
});

const moreOf = ({ action, reason, count }: PastAct): string => {
  const parts = [
    reason === null ? null : reasonWords(action, reason),
    count === null ? null : countWords(action, count),
  ];
  return parts.filter((part) => part !== null).join(', ');
};

/** Who did it, at the start of a sentence. */
const whoOf = ({ by, byName }: PastAct): string => {
  if (byName !== null) return byName;
  if (by === 'visitor') return pastWords.visitor;
  return by === 'system' ? pastWords.system : pastWords.someone;
};

/** One act as a sentence. A code that a newer server may have is left out, and never shown. */
export const actSentence = (act: PastAct): string => {
  const [who, whom, more] = [whoOf(act), act.whomName ?? '', moreOf(act)];
  return actWords[act.action]?.(who, whom, more) ?? pastWords.newer(who);
};
