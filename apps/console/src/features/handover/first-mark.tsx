import type { HandoverSummary } from '@warmline/contracts';
import { Mark } from '@warmline/ui';
import { ordinal } from '../../shared/i18n/spans';
import { handoverReceiveWords } from './handover-receive-words';

/** Beside what a new responder passes on: which of their first conversations it is. Nothing of anyone else. */
export const FirstMark = ({
  handover: { sender, senderFirst },
}: {
  readonly handover: Pick<HandoverSummary, 'sender' | 'senderFirst'>;
}) =>
  senderFirst === null ? null : (
    <Mark>{handoverReceiveWords.firstOf(sender.name, ordinal(senderFirst.held), senderFirst.of)}</Mark>
  );
