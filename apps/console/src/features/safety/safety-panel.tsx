import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Safety, SafetyEntryWritten, SafetyRecord } from '@warmline/contracts';
import { Banner, Waiting } from '@warmline/ui';
import { useAsked } from '../../shared/desk/desk-view';
import { clocksOf, turnOf } from '../../shared/desk/pace';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { useNow } from '../../shared/page/use-now';
import { isInDanger } from '../../shared/safety/danger';
import { SafetyMark } from '../../shared/safety/safety-mark';
import { useSafetyRecord } from '../../shared/safety/use-safety-record';
import { DangerCard } from './danger-card';
import { ReadOnlyRecord } from './read-only-record';
import { ActsPart, AskPart, FactsPart, PlanPart } from './record-parts';
import './safety-panel.css';
import { safetyPanelWords } from './safety-panel-words';
import { StepState } from './step-state';

export interface SafetyPanelProps {
  readonly conversationId: string;
  readonly safety: Safety;
  /** Of the holding someone writes under; null where they do not hold it, or it has ended. */
  readonly epoch: number | null;
}

/** The title takes the focus when the person asked for the panel, never because something arrived. */
const useAskedTitle = () => {
  const title = useRef<HTMLHeadingElement>(null);
  useAsked('safetyAsked', () => title.current?.focus());
  return title;
};

/** An urgent call of one's own about this conversation: the danger card is what it is for. */
export const useHasUrgentCall = (conversationId: string | null): boolean =>
  useLive(
    ({ help, pendingCalls }) =>
      conversationId !== null &&
      [...(help?.mine ?? []), ...pendingCalls].some(
        (call) => call.conversationId === conversationId && call.urgency === 'urgent',
      ),
  );

/** How long the visitor has not written since our reply, as a responder's own desk has it. */
const useSilence = (conversationId: string, now: number): number | null => {
  const item = useLive(({ desk }) => desk?.caseload.find((one) => one.conversationId === conversationId));
  const thread = useLive((live) => live.threads[conversationId]);
  if (item?.state !== 'talking') return null;
  const turn = turnOf(clocksOf(item, thread?.timeline.entries ?? []), now);
  return turn.whose === 'theirs' ? turn.minutes : null;
};

/** What is shown of a record that may no longer be read: nothing but what this person adds. */
const unreadRecord = (conversationId: string): SafetyRecord => ({
  ...{ conversationId, now: 0, step: null, called: null, asked: null, unreadable: 0 },
  ...{ facts: [], plan: [], steps: [], acts: [], log: [] },
});

interface PartsProps extends SafetyPanelProps {
  readonly record: SafetyRecord;
  /** It was never on screen, and may no longer be read: it would look as if nothing were known. */
  readonly isUnread: boolean;
  readonly onWrite: (entry: SafetyEntryWritten) => void;
}

const inDanger = (record: SafetyRecord, safety: Safety, isCalled: boolean): boolean =>
  record.step !== null || isInDanger(safety) || isCalled;

/** What this person may write, and what they read. */
const Parts = ({ conversationId, safety, epoch, record, isUnread, onWrite }: PartsProps) => {
  const now = useNow(30_000);
  const isSupervisor = useLive(({ desk }) => desk?.me.role === 'supervisor');
  const isCalled = useHasUrgentCall(conversationId);
  const silentFor = useSilence(conversationId, now);
  const isHolder = epoch !== null;
  const isDanger = !isUnread && inDanger(record, safety, isCalled);
  const parts = { record, now, onWrite };
  return (
    <>
      <StepState record={record} isSupervisor={isSupervisor} />
      {isDanger ? (
        <DangerCard {...parts} silentFor={silentFor} isHolder={isHolder} isSupervisor={isSupervisor} />
      ) : null}
      {isHolder ? (
        <>
          <AskPart {...parts} />
          <FactsPart {...parts} />
          <PlanPart {...parts} />
        </>
      ) : isUnread ? null : (
        <ReadOnlyRecord record={record} now={now} />
      )}
      {isHolder || isSupervisor ? <ActsPart {...parts} isSupervisor={isSupervisor} /> : null}
      {isSupervisor ? (
        <Link to="/emergency-log/$conversationId" params={{ conversationId }}>
          {safetyPanelWords.logLink}
        </Link>
      ) : null}
      {record.unreadable === 0 ? null : (
        <Banner tone="notice">{safetyPanelWords.unreadable(record.unreadable)}</Banner>
      )}
    </>
  );
};

/** What was learned and done for a visitor's safety. The holder writes it; a supervisor writes acts and steps; others read. */
export const SafetyPanel = (props: SafetyPanelProps) => {
  const { conversationId, safety, epoch } = props;
  const client = useClient();
  const { record: known, mistake: unread, isOver } = useSafetyRecord(conversationId, safety);
  const { mistake, act } = useAct();
  const title = useAskedTitle();
  const onWrite = (entry: SafetyEntryWritten): void =>
    void act(() => client.safety.write({ conversationId, epoch }, entry));
  const wrong = mistake ?? unread;
  const record = known ?? (isOver ? unreadRecord(conversationId) : null);
  const isUnread = isOver && record?.asked === null && record.facts.length === 0;
  return (
    <div className="safety-record">
      <h2 className="safety-record__title" ref={title} tabIndex={-1}>
        {safetyPanelWords.title}
      </h2>
      <div className="safety-record__marks">
        <SafetyMark safety={safety} />
      </div>
      <p className="safety-record__lead">{safetyPanelWords.lead}</p>
      {wrong === null ? null : <Banner tone="grave">{wrong}</Banner>}
      {isOver ? <Banner tone="notice">{safetyPanelWords.over}</Banner> : null}
      {record === null ? (
        <Waiting label={safetyPanelWords.loading} lines={4} />
      ) : (
        <Parts {...props} record={record} isUnread={isUnread} onWrite={onWrite} />
      )}
    </div>
  );
};
