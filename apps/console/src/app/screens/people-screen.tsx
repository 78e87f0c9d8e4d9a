import { liveViewWords } from '../../features/live-view/live-view-words';
import { People } from '../../features/people/people';
import { peopleWords } from '../../features/people/people-words';
import { ofRunning } from '../../shared/handover/to-act-on';
import { useConversationActs } from './conversation-acts';
import { BoardScreen } from './live-screen';

/** Everyone who answers visitors, and a way into what each of them holds. */
export const PeopleScreen = () => {
  const { dialogs, askToRead, askToTakeOver } = useConversationActs();
  return (
    <BoardScreen title={peopleWords.title} lead={peopleWords.lead} loading={liveViewWords.loading}>
      {(board) => (
        <>
          <People board={board} onRead={askToRead} onTakeOver={(one) => askToTakeOver(ofRunning(one))} />
          {dialogs}
        </>
      )}
    </BoardScreen>
  );
};
