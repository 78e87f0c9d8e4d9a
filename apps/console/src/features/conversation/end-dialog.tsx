import { useState } from 'react';
import type { CaseloadItem } from '@warmline/contracts';
import { setEnding, showTab } from '../../shared/desk/desk-view';
import { useDraft } from '../../shared/desk/drafts';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import type { EndWord } from '../../shared/live/desk-client';
import { useClient, useLive } from '../../shared/live/live-provider';
import { isInDanger } from '../../shared/safety/danger';
import { AskAfter, wasInDanger } from './ask-after';
import { AskToEndDialog } from './ask-to-end';
import { endWords } from './conversation-words';
import { EndingDialog } from './ending-dialog';

/** What the other side would not get, in words. */
const useLeftUnsaid = (conversationId: string): string | null => {
  const hasUnsent = useLive((live) =>
    (live.threads[conversationId]?.outgoing ?? []).some(({ status }) => status.name !== 'sent'),
  );
  const hasDraft = useDraft(conversationId).trim() !== '';
  if (hasUnsent) return endWords.unsent;
  return hasDraft ? endWords.draft : null;
};

const useEnding = (item: CaseloadItem) => {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const [mustAsk, setMustAsk] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const end = async (reason: EndWord | null, asksAfter: boolean): Promise<void> => {
    setChecked(true);
    if (reason === null) return;
    setBusy(true);
    setMistake(null);
    const outcome = await client.desk.end(item.conversationId, { reason, ...(asksAfter && { asksAfter }) });
    setBusy(false);
    if (outcome.kind === 'refused' && outcome.refusal === 'agreement_needed') return setMustAsk(true);
    const isOver =
      outcome.kind === 'done' || (outcome.kind === 'refused' && outcome.refusal === 'conversation_ended');
    if (!isOver) return setMistake(outcomeWords(outcome));
    setEnding(false);
    showTab('wrap_up');
  };
  return { isBusy, mistake, mustAsk, isChecked, end };
};

interface EndDialogProps {
  readonly item: CaseloadItem;
  readonly name: string;
  /** The visitor left quickly. */
  readonly hasLeft: boolean;
}

export const EndDialog = ({ item, name, hasLeft }: EndDialogProps) => {
  const { isBusy, mistake, mustAsk, isChecked, end } = useEnding(item);
  const [reason, setReason] = useState<EndWord | null>(null);
  const [asksAfter, setAsksAfter] = useState(false);
  const leftUnsaid = useLeftUnsaid(item.conversationId);
  if (mustAsk || isInDanger(item.safety))
    return (
      <AskToEndDialog item={item} name={name} leftUnsaid={hasLeft ? null : leftUnsaid} hasLeft={hasLeft} />
    );
  return (
    <EndingDialog
      item={item}
      title={endWords.title(name)}
      lead={<p>{hasLeft ? endWords.leadLeft : endWords.lead}</p>}
      leftUnsaid={hasLeft ? null : leftUnsaid}
      reason={reason}
      onReason={setReason}
      isReasonMissing={isChecked}
      mistake={mistake}
      confirm={{
        kind: 'grave',
        label: isBusy ? endWords.ending : endWords.confirm,
        isBusy,
        onPress: () => void end(reason, asksAfter),
      }}
    >
      {wasInDanger(item) && !hasLeft ? <AskAfter isAsked={asksAfter} onChange={setAsksAfter} /> : null}
    </EndingDialog>
  );
};
