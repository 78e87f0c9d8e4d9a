import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { EndingToAgree, EndingToWriteUp, LiveView as LiveViewContents } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { handoverViewWords } from '../../features/handover/handover-words';
import { ReassignDialog } from '../../features/handover/reassign-dialog';
import { TakeOverDialog } from '../../features/handover/take-over-dialog';
import { AgreeDialog, WriteUpDialog } from '../../features/help/endings';
import { useHoldsWaiting } from '../../features/holds/holds-alert';
import { LiveViewPanel, type LiveViewPanelProps } from '../../features/live-view/live-view';
import { liveViewWords } from '../../features/live-view/live-view-words';
import { ReadingPane } from '../../features/live-view/reading-pane';
import { OpeningPanel } from '../../features/opening/opening-panel';
import { SafetyPanel } from '../../features/safety/safety-panel';
import { askForComposer, selectConversation } from '../../shared/desk/desk-view';
import { ofRunning, ofWaiting, type SupervisorAct, type ToActOn } from '../../shared/handover/to-act-on';
import { commonWords } from '../../shared/i18n/common-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import { laterDialog } from '../../shared/page/later';
import { useAct } from '../../shared/page/use-act';
import { BesideReading } from './beside-reading';
import './live-screen.css';

const ComplaintDialog = laterDialog(
  async () => (await import('../../features/complaints/complaint-dialog')).ComplaintDialog,
);

/** What is being read, as something that can be taken over; null once it is one's own, or gone. */
const readingOn = (
  board: LiveViewContents | null,
  conversationId: string | undefined,
  me: string,
): ToActOn | null => {
  const running = board?.conversations.find((one) => one.conversationId === conversationId);
  if (running !== undefined) return running.responderId === me ? null : ofRunning(running);
  const waiting = board?.waiting.find((one) => one.conversationId === conversationId);
  return waiting === undefined ? null : ofWaiting(waiting);
};

const Proposed = ({ sender, onClose }: { readonly sender: string; readonly onClose: () => void }) => {
  const navigate = useNavigate();
  return (
    <Banner
      icon="hand"
      actions={
        <>
          <Button size="small" onPress={() => void navigate({ to: '/handovers' })}>
            {handoverViewWords.seeHandovers}
          </Button>
          <Button size="small" kind="quiet" onPress={onClose}>
            {commonWords.dismiss}
          </Button>
        </>
      }
    >
      {handoverViewWords.reassigned(sender)}
    </Banner>
  );
};

/** Marks a conversation for a quality review, and says whether that worked. */
const useMarkForReview = () => {
  const client = useClient();
  const { mistake, act, forget } = useAct();
  const [isMarked, setMarked] = useState(false);
  const mark = ({ conversationId }: ToActOn): void =>
    void act(() => client.send('review:mark', { conversationId })).then(setMarked);
  const close = (): void => {
    forget();
    setMarked(false);
  };
  const dismiss = (
    <Button size="small" kind="quiet" onPress={close}>
      {commonWords.dismiss}
    </Button>
  );
  const said = mistake ?? (isMarked ? liveViewWords.marked : null);
  const notice =
    said === null ? null : (
      <Banner tone={mistake === null ? 'calm' : 'grave'} actions={dismiss}>
        {said}
      </Banner>
    );
  return { mark, notice };
};

/** The lanes, with what is written about who left in danger and what people told us. */
const Board = ({ onAct }: Pick<LiveViewPanelProps, 'onAct'>) => {
  const navigate = useNavigate();
  const holds = useHoldsWaiting();
  const [complaint, setComplaint] = useState<string | null>(null);
  const [agreeing, setAgreeing] = useState<EndingToAgree | null>(null);
  const [writing, setWriting] = useState<EndingToWriteUp | null>(null);
  return (
    <>
      <LiveViewPanel
        opening={<OpeningPanel />}
        onAct={onAct}
        onAgree={setAgreeing}
        onWriteUp={setWriting}
        onComplaint={setComplaint}
        holds={holds}
        onHolds={() => void navigate({ to: '/holds' })}
      />
      {agreeing === null ? null : <AgreeDialog question={agreeing} onClose={() => setAgreeing(null)} />}
      {writing === null ? null : <WriteUpDialog ending={writing} onClose={() => setWriting(null)} />}
      {complaint === null ? null : (
        <ComplaintDialog
          complaintId={complaint}
          onClose={() => setComplaint(null)}
          onSeeAll={() => void navigate({ to: '/told-us' })}
        />
      )}
    </>
  );
};

/** Esc closes what is read along; a dialog or menu closes first. */
const useEscape = (isOpen: boolean, close: () => void): void => {
  useEffect(() => {
    if (!isOpen) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      const isElsewhere = document.querySelector('[role="dialog"], [role="menu"]') !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere) close();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [isOpen, close]);
};

/** The supervisor's live view, with one conversation beside it while they read along, and what they can do about each. */
export const NowScreen = () => {
  const client = useClient();
  const navigate = useNavigate();
  const reading = useLive((live) => live.reading);
  const board = useLive((live) => live.liveView);
  const me = useLive((live) => live.desk?.me.id ?? '');
  const [act, setAct] = useState<{ readonly name: SupervisorAct; readonly what: ToActOn } | null>(null);
  const [proposed, setProposed] = useState<string | null>(null);
  const marking = useMarkForReview();
  // Leaving the view is leaving the conversation: nobody reads along from another page.
  useEffect(() => () => client.observing.unobserve(), [client]);
  useEscape(reading !== null, () => client.observing.unobserve());
  const readOn = readingOn(board, reading?.conversationId, me);
  const taken = (conversationId: string): void => {
    setAct(null);
    selectConversation(conversationId);
    askForComposer();
    void navigate({ to: '/' });
  };
  const asked = (what: ToActOn): void => {
    setAct(null);
    setProposed(what.holder?.name ?? '');
  };
  return (
    <>
      <div className={reading === null ? 'now' : 'now now--reading'}>
        <div className="now__board">
          {proposed === null ? null : <Proposed sender={proposed} onClose={() => setProposed(null)} />}
          {marking.notice}
          <Board
            onAct={(name, what) => (name === 'mark_for_review' ? marking.mark(what) : setAct({ name, what }))}
          />
        </div>
        {reading === null ? null : (
          <ReadingPane
            key={reading.conversationId}
            reading={reading}
            beside={<BesideReading reading={reading} />}
            onTakeOver={readOn === null ? null : () => setAct({ name: 'take_over', what: readOn })}
            recordOf={(safety) => (
              <SafetyPanel conversationId={reading.conversationId} safety={safety} epoch={null} />
            )}
          />
        )}
      </div>
      {act?.name === 'take_over' ? (
        <TakeOverDialog what={act.what} onClose={() => setAct(null)} onTaken={taken} />
      ) : null}
      {act?.name === 'hand_over' ? (
        <ReassignDialog what={act.what} onClose={() => setAct(null)} onProposed={() => asked(act.what)} />
      ) : null}
    </>
  );
};
