import type { CONTACT_KINDS, OUTCOMES } from '@warmline/contracts';
import { withIsolatedTexts } from '../../shared/i18n/isolated';

export const wrapUpWords = withIsolatedTexts({
  title: (name: string) => `Wrap-up: ${name}`,
  lead: 'A minute is enough. Nobody is judged by it.',
  kind: 'What kind of contact was it?',
  kinds: {
    conversation: 'Conversation',
    silent: 'Silent',
    wrong_service: 'Wrong service',
    test: 'Test',
    abusive: 'Abusive',
  } satisfies Record<(typeof CONTACT_KINDS)[number], string>,
  topics: 'What was it about?',
  topicsHint: 'Up to three, the main one first.',
  topicsChosen: (main: string) => `Main topic: ${main}`,
  topicsLoading: 'Loading the topics',
  topicsFailed: 'The topics could not be loaded. You can finish without them.',
  outcome: 'How did they seem at the end?',
  outcomes: {
    calmer: 'Calmer',
    same: 'The same',
    worse: 'Worse',
    unknown: 'I cannot say',
  } satisfies Record<(typeof OUTCOMES)[number], string>,
  note: 'A note, if it helps',
  noteHint: 'Leave out names, places and numbers that could show who it was.',
  noteLeft: (count: number) => `${count} characters left`,
  noteLong: 'The note is too long. Up to 500 characters fit.',
  names: (found: string) => `Could these show who it was? ${found}. Take them out if so.`,
  finish: 'Finish',
  finishing: 'Finishing…',
  kindMissing: 'Choose what kind of contact it was.',
  outcomeMissing: 'Choose how they seemed; “I cannot say” is fine.',
  talkingStill: 'The wrap-up opens when the conversation has ended.',
});
