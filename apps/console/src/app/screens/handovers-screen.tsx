import type { LiveView } from '@warmline/contracts';
import { Card } from '@warmline/ui';
import { handoverViewWords } from '../../features/handover/handover-words';
import { HandoversTable } from '../../features/handover/handovers-table';
import { CallsTable } from '../../features/help/calls-table';
import { isOpenHandover } from '../../shared/handover/handover-roles';
import { useNow } from '../../shared/page/use-now';
import { useConversationActs } from './conversation-acts';
import { LiveScreen } from './live-screen';

type OfHandover = (handover: LiveView['handovers'][number]) => boolean;

const isOver: OfHandover = (handover) => !isOpenHandover(handover);

const only = (view: LiveView, isShown: OfHandover): LiveView => ({
  ...view,
  handovers: view.handovers.filter(isShown),
});

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
            <HandoversTable board={only(view, isOpenHandover)} now={now} />
          </Card>
          {view.handovers.every(isOpenHandover) ? null : (
            <Card title={handoverViewWords.closed}>
              <HandoversTable board={only(view, isOver)} now={now} label={handoverViewWords.closed} />
            </Card>
          )}
          {acts.dialogs}
        </>
      )}
    </LiveScreen>
  );
};
