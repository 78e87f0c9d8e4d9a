import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Empty, Waiting } from '@warmline/ui';
import { CallButton, useCallShortcut } from '../../features/help/call-button';
import { PracticeBar, PracticeSlot } from '../../features/practice/practice-bar';
import type { PracticeClient } from '../../features/practice/practice-client';
import { PracticeFeedback } from '../../features/practice/practice-feedback';
import { practiceWords } from '../../features/practice/practice-words';
import { PractisePage } from '../../features/practice/practise-page';
import {
  PracticeProvider,
  useHasFailed,
  usePractice,
  usePracticeView,
} from '../../features/practice/use-practice';
import { VisitorBox } from '../../features/practice/visitor-box';
import { beginPractising, resetDeskView } from '../../shared/desk/desk-view';
import { useLive } from '../../shared/live/live-provider';
import { DeskScreen } from './desk-screen';
import './live-screen.css';

const route = getRouteApi('/inside/practice/$practiceId');

/** What there is to practise. */
export const PractiseScreen = () => (
  <div className="now">
    <div className="now__board">
      <PractisePage />
    </div>
  </div>
);

/** Nothing chosen on the real desk is chosen here, nor the other way round. */
const useDeskOfItsOwn = (): void => {
  useEffect(() => {
    beginPractising();
    return resetDeskView;
  }, []);
};

const PracticeDesk = ({ practice }: { readonly practice: PracticeClient }) => {
  const navigate = useNavigate();
  useCallShortcut();
  return (
    <div className="practice-desk">
      <PracticeBar
        practice={practice}
        call={<CallButton label={practiceWords.call} />}
        onStopped={() => void navigate({ to: '/practice' })}
      />
      <DeskScreen practice={<PracticeSlot practice={practice} />} />
    </div>
  );
};

const Practising = ({ practice }: { readonly practice: PracticeClient }) => {
  useDeskOfItsOwn();
  return (
    <PracticeProvider practice={practice}>
      <PracticeDesk practice={practice} />
    </PracticeProvider>
  );
};

const Followed = ({ practice }: { readonly practice: PracticeClient }) => {
  const view = usePracticeView(practice);
  const hasFailed = useHasFailed(practice);
  const hasDesk = useLive(({ desk }) => desk !== null);
  if (view === null && hasFailed)
    return (
      <Empty icon="note" title={practiceWords.mark}>
        {practiceWords.missing}
      </Empty>
    );
  if (view === null || !hasDesk) return <Waiting label={practiceWords.loading} lines={4} />;
  if (view.result === null && view.part === 'responder') return <Practising practice={practice} />;
  return (
    <div className="now">
      <div className="now__board">
        {view.part === 'visitor' ? (
          <VisitorBox view={view} practice={practice} />
        ) : (
          <PracticeFeedback view={view} practice={practice} />
        )}
      </div>
    </div>
  );
};

/** One practice conversation: on the desk while it goes on, and its feedback afterwards. */
export const PracticeScreen = () => {
  const { practiceId } = route.useParams();
  const practice = usePractice(practiceId);
  return practice === null ? null : <Followed key={practiceId} practice={practice} />;
};
