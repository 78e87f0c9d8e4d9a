import { withIsolatedTexts } from '../../shared/i18n/isolated';
import type { EntryVerdict } from './verify-entry';

type Whynot = Extract<EntryVerdict, { kind: 'not_proved' }>['why'];

const number = new Intl.NumberFormat('en-GB');

export const proofWords = withIsolatedTexts({
  ask: 'Is this entry in the log?',
  askOf: (sentence: string) => `Is this entry in the log? ${sentence}`,
  checking: 'Checking in your browser',
  proved: 'Yes. This entry is in the log, and has not been changed since.',
  placeOnly:
    'Yes. This place in the log is unchanged. The conversation is erased, so the log no longer shows what the entry said.',
  notProved: 'No. This entry could not be found in the log as it is shown here.',
  because: {
    entry_changed:
      'The entry is not the one that was logged: it, or its hash, was changed. Keep this page and tell your auditor.',
    other_head:
      'The entry does not lead to the checkpoint: the log was changed after it. Keep this page and tell your auditor.',
    bad_signature: 'The checkpoint is not signed with a key of this log.',
    bad_checkpoint:
      'This is not a checkpoint. Paste all of its lines, from the name of the log to the signature.',
  } satisfies Readonly<Record<Whynot, string>>,
  how: (index: number, size: number, steps: number) =>
    `It is entry ${number.format(index + 1)} of ${number.format(size)}. Your browser made its hash and followed ${number.format(steps)} others to the head that the checkpoint names.`,
  newest: 'Checked against the newest checkpoint of this server:',
  kept: 'Checked against the checkpoint that you pasted:',
  keep: 'Check against a checkpoint that you kept',
  keepHint:
    'A checkpoint that was kept outside this server, by a trustee or in an e-mail, shows changes that the server itself could hide.',
  check: 'Check again',
  noCrypto:
    'This browser cannot check signatures. Export the audit log and check it with npm run audit:verify.',
  close: 'Close',
});
