import type { OutgoingMessage, OutgoingStatus } from '@warmline/client';
import { Button, Icon } from '@warmline/ui';
import { refusalWords } from '../i18n/refusal-words';
import { CopyButton } from './copy-button';
import { MessageText } from './message-text';
import { threadWords } from './thread-words';

export interface OutgoingLineProps {
  readonly message: OutgoingMessage;
  readonly onRetry: ((messageId: string) => void) | undefined;
  readonly onDiscard: ((messageId: string) => void) | undefined;
}

const statusWords = (status: OutgoingStatus, isHeld: boolean): string => {
  switch (status.name) {
    case 'sending':
      return threadWords.sending;
    case 'not_sent_yet':
      return threadWords.notSentYet;
    case 'sent':
      return threadWords.sent;
    case 'refused':
      if (status.refusal === 'stale_epoch')
        return isHeld ? threadWords.refusedThen : threadWords.refusedStale;
      return `${threadWords.refused} ${refusalWords[status.refusal]}`;
  }
};

/** Refusals no second try can change from here. */
const isHopeless = (status: OutgoingStatus): boolean =>
  status.name === 'refused' &&
  ['conversation_ended', 'visitor_left', 'message_too_long', 'different_body'].includes(status.refusal);

/** A message of one's own that the timeline does not have yet. */
export const OutgoingLine = ({ message, onRetry, onDiscard }: OutgoingLineProps) => {
  const { id, body, status } = message;
  const isStuck = status.name === 'not_sent_yet' || status.name === 'refused';
  return (
    <div className={`thread__message thread__message--responder${isStuck ? ' thread__message--stuck' : ''}`}>
      <p className="thread__sender">{threadWords.you}</p>
      <MessageText body={body} />
      <p className="thread__foot">
        <span className={isStuck ? 'thread__receipt thread__receipt--stuck' : 'thread__receipt'}>
          <Icon name={isStuck ? 'warn' : 'clock'} size={14} />
          {statusWords(status, onRetry !== undefined)}
        </span>
      </p>
      {status.name === 'refused' ? (
        <div className="thread__acts">
          {isHopeless(status) || onRetry === undefined ? null : (
            <Button size="small" onPress={() => onRetry(id)}>
              {threadWords.retry}
            </Button>
          )}
          <CopyButton text={body} />
          <Button size="small" kind="quiet" onPress={() => onDiscard?.(id)}>
            {threadWords.discard}
          </Button>
        </div>
      ) : null}
    </div>
  );
};
