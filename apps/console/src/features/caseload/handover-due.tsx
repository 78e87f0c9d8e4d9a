import type { CaseloadItem } from '@warmline/contracts';
import { Button, Icon } from '@warmline/ui';
import { askForHandover, selectConversation } from '../../shared/desk/desk-view';
import { changeHandoverDraft } from '../../shared/handover/handover-drafts';
import { isOpenHandover, sentBy } from '../../shared/handover/handover-roles';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useLive } from '../../shared/live/live-provider';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { caseloadWords } from './caseload-words';

/** Towards the end of a shift: handing over is proposed, with the reason already ticked. Never more than proposed. */
export const HandoverDue = ({ item }: { readonly item: CaseloadItem }) => {
  const { conversationId, visitorName } = item;
  const endsAt = useLive((live) => live.desk?.shiftEndsAt ?? null);
  const isUnderWay = useLive(({ desk }) => {
    const sent = desk === null ? null : sentBy(desk, conversationId);
    return sent !== null && isOpenHandover(sent);
  });
  const now = useNow();
  if (!item.handoverDue || isUnderWay || endsAt === null) return null;
  const handOver = (): void => {
    selectConversation(conversationId);
    changeHandoverDraft(conversationId, { mustLeave: true });
    askForHandover();
  };
  return (
    <div className="card-due">
      <p className="card-due__words">
        <Icon name="clock" size={14} />
        {endsAt <= now ? caseloadWords.dueOver : caseloadWords.due(minutesBetween(now, endsAt))}
      </p>
      <Button size="small" icon="hand" onPress={handOver}>
        {caseloadWords.handOver(visitorCalled(visitorName, conversationId))}
      </Button>
    </div>
  );
};
