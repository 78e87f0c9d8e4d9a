import type { PastWriting } from '@warmline/contracts';
import { topicName } from '../../shared/content/topics';
import { outcomeNames } from '../../shared/i18n/wrap-up-outcomes';
import { recordWords } from '../../shared/safety/record-words';
import { when } from './reader-lines';

type SafetyEntry = NonNullable<Extract<PastWriting, { kind: 'safety' }>['entry']>;
type Topics = Parameters<typeof topicName>[0];

/** What staff write beside a conversation, as the title of one piece of it. */
export const writingTitles: Readonly<Record<PastWriting['kind'], string>> = {
  note: 'note for the team',
  private: 'private lane',
  brief: 'brief of a handover',
  wrap_up: 'wrap-up',
  safety: 'safety record',
  ending_why: 'why it should end',
  ending_word: 'why it should not end yet',
  write_up: 'what was done after the end',
};

const CONTACT_KINDS: Readonly<Record<string, string>> = {
  conversation: 'Conversation',
  silent: 'Silent',
  wrong_service: 'Wrong service',
  test: 'Test',
  abusive: 'Abusive',
};

const joined = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part.trim() !== '').join('. ');

const factAnswer = ({ isTicked, timeframe }: Extract<SafetyEntry, { kind: 'fact' }>): string => {
  if (timeframe !== null) return recordWords.timeframes[timeframe];
  return isTicked ? recordWords.briefYes : recordWords.briefNo;
};

/** One entry of a safety record or an emergency log, in a line. */
export const safetyText = (entry: SafetyEntry): string => {
  switch (entry.kind) {
    case 'asked':
      return joined([
        recordWords.briefAsked(recordWords.asked[entry.answer]).replace(/\.$/, ''),
        entry.words,
      ]);
    case 'fact':
      return recordWords.briefFact(recordWords.facts[entry.fact], factAnswer(entry), entry.words);
    case 'plan':
      return joined([recordWords.plan[entry.part], entry.words]);
    case 'act':
      return joined([recordWords.acts[entry.act], entry.words]);
    case 'step':
      return joined([
        recordWords.steps[entry.step].replace(/\.$/, ''),
        entry.isDone ? recordWords.briefYes : recordWords.briefNo,
      ]);
    case 'log':
      return joined([
        `${entry.called}, ${when(entry.calledAt)}`,
        entry.reference,
        entry.outcome,
        entry.isConfirmed ? 'Contact confirmed' : 'Contact not confirmed',
      ]);
  }
};

/** What it says; null when it cannot be opened. */
export const writingText = (writing: PastWriting, topics: Topics): string | null => {
  if (writing.kind === 'safety') return writing.entry === null ? null : safetyText(writing.entry);
  if (writing.kind === 'brief') {
    if (writing.brief === null) return null;
    const { situation, background, safety, request } = writing.brief;
    return joined([situation, background, safety, request]);
  }
  if (writing.text === null || writing.kind !== 'wrap_up') return writing.text;
  return joined([
    writing.contactKind === null ? null : CONTACT_KINDS[writing.contactKind],
    writing.topics.map((topic) => topicName(topics, topic)).join(', '),
    writing.outcome === null ? null : outcomeNames[writing.outcome],
    writing.text,
  ]);
};
