import type { CONTACT_KINDS } from '@warmline/contracts';
import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { outcomeNames } from '../../shared/i18n/wrap-up-outcomes';

export const wrapUpWords = withIsolatedTexts({
  title: (name: string) => `Wrap-up: ${name}`,
  lead: 'Takes about a minute.',
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
  topicsFailed: 'We could not load the topics. You can finish without them.',
  outcome: 'How did they seem at the end?',
  outcomes: outcomeNames,
  note: 'A note, if it helps',
  noteHint: 'Leave out names, places and numbers that could identify the person.',
  noteLeft: (count: number) => `${count} characters left`,
  noteLong: 'Shorten the note to 500 characters.',
  names: (found: string) => `Could these identify the person? ${found}. If so, remove them.`,
  finish: 'Finish',
  finishing: 'Finishing…',
  kindMissing: 'Choose the kind of contact.',
  outcomeMissing: 'Choose how they seemed. “I can’t say” is fine.',
  talkingStill: 'You can wrap up when the conversation has ended.',
});
