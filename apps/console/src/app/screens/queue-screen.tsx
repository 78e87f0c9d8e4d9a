import { Card } from '@warmline/ui';
import { Floods } from '../../features/flood/floods';
import { Queue } from '../../features/queue/queue';
import { queueWords } from '../../features/queue/queue-words';
import { ofWaiting } from '../../shared/handover/to-act-on';
import { useConversationActs } from './conversation-acts';
import { LiveScreen } from './live-screen';

/** Everyone who waits, in their order. */
export const QueueScreen = () => {
  const { dialogs, taken, askToRead, askToTakeOver } = useConversationActs();
  return (
    <LiveScreen title={queueWords.title} loading={queueWords.loading}>
      {(board) => (
        <Card title={queueWords.title} lead={queueWords.lead} isTitleHidden>
          <Floods board={board} />
          <Queue
            board={board}
            onTaken={taken}
            onRead={({ conversationId }) => askToRead({ conversationId, responderName: null })}
            onTakeOver={(one) => askToTakeOver(ofWaiting(one))}
          />
          {dialogs}
        </Card>
      )}
    </LiveScreen>
  );
};
