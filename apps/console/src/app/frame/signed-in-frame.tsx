import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useMatchRoute, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import type { Session } from '@warmline/contracts';
import { ShiftBar, ShiftLeft } from '../../features/availability/shift-left';
import { StatusMenu } from '../../features/availability/status-menu';
import { LeftWaitingAlert } from '../../features/door/left-waiting-alert';
import { CallButton, useCallShortcut } from '../../features/help/call-button';
import { EveryoneAsked } from '../../features/help/everyone-asked';
import { HelpAlert } from '../../features/help/help-alert';
import { HelpBar } from '../../features/help/help-bar';
import { ShiftClosed } from '../../features/help/shift-closed';
import { OfferHint } from '../../features/offer/offer-hint';
import { AccountMenu } from '../../features/session/account-menu';
import { DayMenu } from '../../features/wellbeing/day-menu';
import { DayStrip } from '../../features/wellbeing/day-strip';
import { resetDeskView, showPane, useDeskView } from '../desk-view';
import { forgetDrafts, ownDrafts } from '../drafts';
import { forgetHandoverDrafts, ownHandoverDrafts } from '../handover/handover-drafts';
import { forgetUnsent, LiveProvider, useLive } from '../live/live-provider';
import { useParts } from '../parts';
import { sessionQuery, signOut } from '../session/session-requests';
import { ShortcutList } from '../shortcuts/shortcut-list';
import { useShortcuts } from '../shortcuts/use-shortcuts';
import { setSound, useIsSoundOn } from '../sound';
import { words } from '../words';
import { ConnectionBar } from './connection-bar';
import { setHidden, toggleHidden, useAutoHide } from './privacy';
import { StatusBar } from './status-bar';

type Leave = (why: 'ended' | 'left') => void;

/** Goes back to signing in; whoever is sent there by the server keeps what they were writing. */
const useLeave = (): Leave => {
  const parts = useParts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useCallback(
    (why) => {
      queries.setQueryData(sessionQuery(parts).queryKey, null);
      setHidden(false);
      void navigate({ to: '/sign-in', search: { why } });
    },
    [parts, queries, navigate],
  );
};

const Views = ({ role }: { readonly role: Session['staff']['role'] }) =>
  role === 'supervisor' ? (
    <nav className="status-bar__views" aria-label={words.frame.views}>
      <Link to="/now" className="status-bar__view">
        {words.frame.now}
      </Link>
      <Link to="/queue" className="status-bar__view">
        {words.queue.view}
      </Link>
      <Link to="/people" className="status-bar__view">
        {words.people.view}
      </Link>
      <Link to="/handovers" className="status-bar__view">
        {words.handover.board.view}
      </Link>
      <Link to="/" activeOptions={{ exact: true }} className="status-bar__view">
        {words.frame.desk}
      </Link>
    </nav>
  ) : null;

/** Where an offer shows is the list on the desk, which may not be what is on screen. */
const useWayToOffer = () => {
  const navigate = useNavigate();
  const isOnDesk = useMatchRoute()({ to: '/' }) !== false;
  const pane = useDeskView((view) => view.pane);
  const seeOffer = (): void => {
    showPane('mine');
    if (!isOnDesk) void navigate({ to: '/' });
  };
  const isElsewhere: 'no' | 'when_narrow' | 'yes' = isOnDesk
    ? pane === 'mine'
      ? 'no'
      : 'when_narrow'
    : 'yes';
  return { isOnDesk, isElsewhere, seeOffer };
};

interface InsideProps {
  readonly staff: Session['staff'];
  readonly onLeave: Leave;
}

const Inside = ({ staff, onLeave }: InsideProps) => {
  const parts = useParts();
  const hasEnded = useLive((live) => live.sessionEnded);
  const isSoundOn = useIsSoundOn();
  const [isListOpen, setListOpen] = useState(false);
  const { isOnDesk, isElsewhere, seeOffer } = useWayToOffer();
  useAutoHide();
  useCallShortcut();
  useShortcuts({ blur: toggleHidden, list: () => setListOpen(true) });
  useEffect(() => {
    if (hasEnded) onLeave('ended');
  }, [hasEnded, onLeave]);
  const leave = async (): Promise<void> => {
    await signOut(parts);
    forgetDrafts();
    forgetHandoverDrafts();
    forgetUnsent(parts.tabStorage);
    onLeave('left');
  };
  return (
    <div className="frame">
      <a className="frame__skip" href="#main">
        {words.frame.skip}
      </a>
      <StatusBar
        status={<StatusMenu />}
        shift={
          <>
            <ShiftLeft />
            <DayMenu />
          </>
        }
        call={<CallButton label={words.help.callLong} />}
        views={<Views role={staff.role} />}
        account={
          <AccountMenu
            staff={staff}
            isSoundOn={isSoundOn}
            onSound={setSound}
            onShortcuts={() => setListOpen(true)}
            onHide={toggleHidden}
            onSignOut={() => void leave()}
          />
        }
      />
      <ConnectionBar />
      {staff.role === 'supervisor' ? <HelpAlert /> : null}
      {staff.role === 'supervisor' ? <LeftWaitingAlert /> : null}
      <HelpBar />
      <EveryoneAsked />
      <ShiftClosed />
      <ShiftBar />
      {isOnDesk ? <DayStrip /> : null}
      <OfferHint onSee={seeOffer} isElsewhere={isElsewhere} />
      <main id="main" className="frame__main" tabIndex={-1}>
        <Outlet />
      </main>
      <ShortcutList isOpen={isListOpen} onClose={() => setListOpen(false)} />
    </div>
  );
};

/** Everything a signed-in person sees hangs in here, together with their one line to the server. */
export const SignedInFrame = ({ staff }: { readonly staff: Session['staff'] }) => {
  const { tabStorage } = useParts();
  const leave = useLeave();
  useEffect(() => resetDeskView(), [staff.id]);
  useEffect(() => ownDrafts(staff.id, tabStorage), [staff.id, tabStorage]);
  useEffect(() => ownHandoverDrafts(staff.id, tabStorage), [staff.id, tabStorage]);
  return (
    <LiveProvider staffId={staff.id}>
      <Inside staff={staff} onLeave={leave} />
    </LiveProvider>
  );
};
