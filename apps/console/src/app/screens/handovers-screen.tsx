import { Card } from '@warmline/ui';
import { handoverViewWords } from '../../features/handover/handover-words';
import { HandoversTable } from '../../features/handover/handovers-table';
import { CallsTable } from '../../features/help/calls-table';
import { useNow } from '../../shared/page/use-now';
import { useConversationActs } from './conversation-acts';
import { LiveScreen } from './live-screen';

/** Everything that changes hands, for a supervisor. */
export const HandoversScreen = () => {
  const now = useNow(5_000);
  const acts = useConversationActs();
  return (
    <LiveScreen title={handoverViewWords.title} loading={handoverViewWords.loading}>
      {(view) => (
        <>
          <CallsTable onRead={acts.askToRead} />
          <Card title={handoverViewWords.open}>
            <HandoversTable board={view} now={now} />
          </Card>
          {acts.dialogs}
        </>
      )}
    </LiveScreen>
  );
};
