import { Queue } from '../../features/queue/queue';
import { ofWaiting } from '../../shared/handover/to-act-on';
import { words } from '../../shared/i18n/words';
import { useConversationActs } from './conversation-acts';
import { BoardScreen } from './live-screen';

/** Everyone who waits, in their order. */
export const QueueScreen = () => {
  const { dialogs, taken, askToRead, askToTakeOver } = useConversationActs();
  return (
    <BoardScreen title={words.queue.title} lead={words.queue.lead} loading={words.queue.loading}>
      {(board) => (
        <>
          <Queue
            board={board}
            onTaken={taken}
            onRead={({ conversationId }) => askToRead({ conversationId, responderName: null })}
            onTakeOver={(one) => askToTakeOver(ofWaiting(one))}
          />
          {dialogs}
        </>
      )}
    </BoardScreen>
  );
};
