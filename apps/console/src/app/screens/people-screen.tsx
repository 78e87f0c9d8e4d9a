import { Card } from '@warmline/ui';
import { liveViewWords } from '../../features/live-view/live-view-words';
import { People } from '../../features/people/people';
import { peopleWords } from '../../features/people/people-words';
import { SwapsCard } from '../../features/rota/swaps-card';
import { ofRunning } from '../../shared/handover/to-act-on';
import { useConversationActs } from './conversation-acts';
import { LiveScreen } from './live-screen';

/** Everyone who answers visitors, and a way into what each of them holds. */
export const PeopleScreen = () => {
  const { dialogs, askToRead, askToTakeOver } = useConversationActs();
  return (
    <LiveScreen title={peopleWords.title} loading={liveViewWords.loading}>
      {(board) => (
        <>
          <Card title={peopleWords.title} lead={peopleWords.lead} isTitleHidden>
            <People board={board} onRead={askToRead} onTakeOver={(one) => askToTakeOver(ofRunning(one))} />
            {dialogs}
          </Card>
          <SwapsCard />
        </>
      )}
    </LiveScreen>
  );
};
