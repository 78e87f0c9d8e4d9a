import { useState } from 'react';
import type { CaseloadItem, Handover } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { askForHandover } from '../../shared/desk/desk-view';
import { isOpenHandover, sentBy } from '../../shared/handover/handover-roles';
import { commonWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { endForSender } from './handover-ends';
import { handoverReceiveWords } from './handover-receive-words';
import { nowWords, stepsOf } from './handover-steps';
import { handoverStepWords } from './handover-words';
import { PinnedBrief } from './pinned-brief';

/** What the sender is told over the conversation, wherever the panel is. */
const SenderNote = ({ handover }: { readonly handover: Handover }) => {
  const [putAway, setPutAway] = useState<string | null>(null);
  const end = endForSender(handover);
  if (end !== null)
    return putAway === handover.id ? null : (
      <Banner
        tone="notice"
        icon="hand"
        actions={
          <Button
            size="small"
            kind="quiet"
            icon="close"
            iconOnly
            aria-label={commonWords.dismiss}
            onPress={() => setPutAway(handover.id)}
          />
        }
      >
        {end}
      </Banner>
    );
  if (!isOpenHandover(handover)) return null;
  const now = stepsOf(handover, null).find(({ state }) => state === 'now');
  const told =
    handover.state === 'joined' && handover.receiver !== null
      ? handoverStepWords.joined(handover.receiver.name)
      : (now?.told ?? handoverStepWords.title);
  return (
    <Banner
      icon="hand"
      actions={
        <Button size="small" kind="quiet" onPress={askForHandover}>
          {handoverStepWords.seeSteps}
        </Button>
      }
    >
      <strong>{told}.</strong> {handover.state === 'joined' ? nowWords(handover)[0] : null}
    </Banner>
  );
};

const Overlap = ({ handover, name }: { readonly handover: Handover; readonly name: string }) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const receive = handoverReceiveWords;
  const { sender, receiverHasWritten } = handover;
  return (
    <Banner
      icon="hand"
      actions={
        <Button
          size="small"
          isBusy={isBusy}
          isDisabled={!receiverHasWritten}
          onPress={() => void act(() => client.send('handover:settle', { handoverId: handover.id }))}
        >
          {isBusy ? receive.settling : receive.settle(name)}
        </Button>
      }
    >
      <strong>{receive.overlap(sender.name)}</strong>{' '}
      {receiverHasWritten ? receive.overlapUntil(name, handover.sender.name) : receive.settleFirst}
      {mistake === null ? null : ` ${mistake}`}
    </Banner>
  );
};

/** What the one who received it is told: the brief stays, and the sender until the visitor is settled. */
const ReceiverNote = ({ handover, name }: { readonly handover: Handover; readonly name: string }) => (
  <>
    {handover.state !== 'control_passed' ? null : handover.kind === 'warm' ? (
      <Overlap handover={handover} name={name} />
    ) : (
      <Banner icon="hand">{handoverReceiveWords.cold(handover.sender.name)}</Banner>
    )}
    <PinnedBrief handover={handover} />
  </>
);

/** Shows the sender or receiver the state of a handover, above the conversation they hold. */
export const HandoverNotes = ({ item }: { readonly item: CaseloadItem }) => {
  const { conversationId } = item;
  const sent = useLive(({ desk }) => (desk === null ? null : sentBy(desk, conversationId)));
  const received = useLive((live) => live.received[conversationId] ?? null);
  if (item.state !== 'talking') return null;
  return (
    <>
      {received === null ? null : (
        <ReceiverNote handover={received} name={visitorCalled(item.visitorName, conversationId)} />
      )}
      {sent === null ? null : <SenderNote handover={sent} />}
    </>
  );
};
