import { useNavigate } from '@tanstack/react-router';
import { Queue } from '../../features/queue/queue';
import { selectConversation } from '../desk-view';
import { words } from '../words';
import { BoardScreen } from './board-screen';

/** Everyone who waits, in their order. */
export const QueueScreen = () => {
  const navigate = useNavigate();
  const taken = (conversationId: string): void => {
    selectConversation(conversationId);
    void navigate({ to: '/' });
  };
  return (
    <BoardScreen title={words.queue.title} lead={words.queue.lead} loading={words.queue.loading}>
      {(board) => <Queue board={board} onTaken={taken} />}
    </BoardScreen>
  );
};
