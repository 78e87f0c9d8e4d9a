import type { PastAct } from '@warmline/contracts';
import { END_REASONS, READING_PURPOSES, SAFETY_ANSWERS, type ReadingPurpose } from '@warmline/vocabulary';
import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { safetyWords } from '../../shared/safety/safety-words';
import { threadWords } from '../../shared/thread/thread-words';
import { actWords } from './act-words';

export const purposeWords: Readonly<Record<ReadingPurpose, string>> = {
  safeguarding: 'Safeguarding',
  complaint: 'A complaint',
  incident: 'Something went wrong',
  support: 'To support the responder',
  legal_request: 'A court, the police or a regulator asks',
  visitor_request: 'The visitor asks what we hold',
};

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
});

const known: Readonly<Record<string, string>> = {
  ...Object.fromEntries(READING_PURPOSES.map((purpose) => [purpose, purposeWords[purpose]])),
  ...Object.fromEntries(SAFETY_ANSWERS.map((answer) => [answer, safetyWords.answers[answer]])),
  ...Object.fromEntries(END_REASONS.map((reason) => [reason, threadWords.endings[reason]])),
  band_1: 'answer first',
  band_2: 'answer soon',
  band_3: 'standard',
};

/** A code of the audit log, as plain words where there are some. */
const codeWords = (code: string): string => known[code] ?? code.replaceAll('_', ' ');

const moreOf = ({ reason, count }: PastAct): string => {
  const parts = [reason === null ? null : codeWords(reason), count === null ? null : String(count)];
  return parts.filter((part) => part !== null).join(', ');
};

/** Who did it, at the start of a sentence. */
const whoOf = ({ by, byName }: PastAct): string => {
  if (byName !== null) return byName;
  if (by === 'visitor') return pastWords.visitor;
  return by === 'system' ? pastWords.system : pastWords.someone;
};

/** One act as a sentence. */
export const actSentence = (act: PastAct): string => {
  const [who, whom, more] = [whoOf(act), act.whomName ?? '', moreOf(act)];
  const sentence = actWords[act.action];
  return sentence === undefined ? `${who}: ${codeWords(act.action)}` : sentence(who, whom, more);
};
