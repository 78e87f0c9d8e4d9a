import { People } from '../../features/people/people';
import { ofRunning } from '../../shared/handover/to-act-on';
import { words } from '../../shared/i18n/words';
import { useConversationActs } from './conversation-acts';
import { BoardScreen } from './live-screen';

/** Everyone who answers visitors, and a way into what each of them holds. */
export const PeopleScreen = () => {
  const { dialogs, askToRead, askToTakeOver } = useConversationActs();
  return (
    <BoardScreen title={words.people.title} lead={words.people.lead} loading={words.board.loading}>
      {(board) => (
        <>
          <People board={board} onRead={askToRead} onTakeOver={(one) => askToTakeOver(ofRunning(one))} />
          {dialogs}
        </>
      )}
    </BoardScreen>
  );
};
