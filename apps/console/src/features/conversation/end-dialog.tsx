import { useState } from 'react';
import type { CaseloadItem } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, OneOf } from '@warmline/ui';
import { RESPONDER_END_REASONS } from '@warmline/vocabulary';
import { setEnding, showTab } from '../../shared/desk/desk-view';
import { useDraft } from '../../shared/desk/drafts';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import type { EndWord } from '../../shared/live/desk-client';
import { useClient, useLive } from '../../shared/live/live-provider';
import { isInDanger } from '../../shared/safety/danger';
import { SafetyMark } from '../../shared/safety/safety-mark';
import { AskAfter, wasInDanger } from './ask-after';
import { AskToEndDialog } from './ask-to-end';
import { endWords } from './conversation-words';

const choices = RESPONDER_END_REASONS.map((value) => ({ value, label: endWords.reasons[value] }));

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
  const end = async (reason: EndWord | null, asksAfter: boolean): Promise<void> => {
    if (reason === null) return setMistake(endWords.choose);
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
  return { isBusy, mistake, mustAsk, end };
};

export const EndDialog = ({ item, name }: { readonly item: CaseloadItem; readonly name: string }) => {
  const { isBusy, mistake, mustAsk, end } = useEnding(item);
  const [reason, setReason] = useState<EndWord | null>(null);
  const [asksAfter, setAsksAfter] = useState(false);
  const leftUnsaid = useLeftUnsaid(item.conversationId);
  if (mustAsk || isInDanger(item.safety))
    return <AskToEndDialog item={item} name={name} leftUnsaid={leftUnsaid} />;
  return (
    <Dialog title={endWords.title(name)} isOpen onClose={() => setEnding(false)}>
      <p>
        <SafetyMark safety={item.safety} />
      </p>
      <p>{endWords.lead}</p>
      {leftUnsaid === null ? null : (
        <Banner tone="notice" icon="warn">
          {leftUnsaid}
        </Banner>
      )}
      <OneOf<EndWord>
        label={endWords.reason}
        choices={choices}
        shape="lines"
        value={reason}
        onChange={setReason}
      />
      {wasInDanger(item) ? <AskAfter isAsked={asksAfter} onChange={setAsksAfter} /> : null}
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <DialogFoot>
        <Button onPress={() => setEnding(false)}>{endWords.keep}</Button>
        <Button kind="grave" isBusy={isBusy} onPress={() => void end(reason, asksAfter)}>
          {isBusy ? endWords.ending : endWords.confirm}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
