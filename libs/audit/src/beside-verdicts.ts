import { byStaff, plain, type Verdicts } from './verdict';

type Beside = 'supervisor_joined' | 'supervisor_left' | 'note_added' | 'private_word_said';

/** Who wrote beside a conversation, and who was there openly. Never what they wrote. */
export const besideVerdicts: Verdicts<Beside> = {
  supervisor_joined: {
    verdict: 'record',
    row: ({ conversation, staff }) => ({ ...plain, actor: byStaff(staff), conversation }),
  },
  supervisor_left: {
    verdict: 'record',
    row: ({ conversation, staff }) => ({ ...plain, actor: byStaff(staff), conversation }),
  },
  note_added: {
    verdict: 'record',
    row: ({ conversation, staff, note }) => ({
      ...plain,
      actor: byStaff(staff),
      conversation,
      subject: note,
    }),
  },
  private_word_said: {
    verdict: 'record',
    row: ({ conversation, staff, epoch, word }) => ({
      ...plain,
      actor: byStaff(staff),
      conversation,
      epoch,
      subject: word,
    }),
  },
};
