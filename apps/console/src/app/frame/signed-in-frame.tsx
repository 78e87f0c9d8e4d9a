import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useMatchRoute, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import type { Session } from '@warmline/contracts';
import { ShiftLeft } from '../../features/availability/shift-left';
import { StatusMenu } from '../../features/availability/status-menu';
import { handoverInvitation } from '../../features/handover/handover-invitation';
import { CallButton, useCallShortcut } from '../../features/help/call-button';
import { helpWords } from '../../features/help/help-words';
import { OfferHint } from '../../features/offer/offer-hint';
import { AccountMenu } from '../../features/sign-in/account-menu';
import { DayMenu } from '../../features/wellbeing/day-menu';
import { forgetBesideDrafts, ownBesideDrafts } from '../../shared/desk/beside-drafts';
import { resetDeskView, showPane, useDeskView } from '../../shared/desk/desk-view';
import { forgetDrafts, ownDrafts } from '../../shared/desk/drafts';
import { forgetHandoverDrafts, ownHandoverDrafts } from '../../shared/handover/handover-drafts';
import { askedOf } from '../../shared/handover/handover-roles';
import { forgetUnsent, LiveProvider, useLive } from '../../shared/live/live-provider';
import { laterDialog, useEveryPart } from '../../shared/page/later';
import { usePageName } from '../../shared/page/page-title';
import { useParts } from '../../shared/page/parts';
import { setHidden, toggleHidden, useAutoHide } from '../../shared/page/privacy';
import { followSoundPermission, setSound, useIsSoundOn } from '../../shared/page/sound';
import { forgetLifted } from '../../shared/session/off-disk';
import { sessionQuery } from '../../shared/session/session-requests';
import { lossOf, showStaff, useSessionLoss, type SessionLoss } from '../../shared/session/session-state';
import { beginSigningOut } from '../../shared/session/signing-out';
import { useShortcuts } from '../../shared/shortcuts/use-shortcuts';
import { ConnectionBar } from './connection-bar';
import { frameWords } from './frame-words';
import { Notices } from './notices';
import { pageNameOf } from './pages';
import './print.css';
import { StatusBar } from './status-bar';
import { Views } from './views';

const ShortcutList = laterDialog(
  async () => (await import('../../shared/shortcuts/shortcut-list')).ShortcutList,
);
const ConsolePalette = laterDialog(async () => (await import('../palette/console-palette')).ConsolePalette);

type Leave = (why: SessionLoss | 'left') => void;

/** Goes back to signing in. A person whose session the server ended keeps their drafts. */
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

/** What opens over every page: the list of keys, and the search for everything. */
const useFrameDialog = (staff: Session['staff']) => {
  const [open, show] = useState<'shortcuts' | 'palette' | null>(null);
  useShortcuts({ list: () => show('shortcuts'), palette: () => show('palette') });
  const close = (): void => show(null);
  const dialogs = {
    shortcuts: <ShortcutList onClose={close} />,
    palette: <ConsolePalette staff={staff} onClose={close} />,
  };
  return { dialog: open === null ? null : dialogs[open], show };
};

interface InsideProps {
  readonly staff: Session['staff'];
  readonly onLeave: Leave;
}

const Inside = ({ staff, onLeave }: InsideProps) => {
  const parts = useParts();
  const hasEnded = useLive((live) => live.sessionEnded);
  const isSoundOn = useIsSoundOn();
  const { dialog, show } = useFrameDialog(staff);
  const { isOnDesk, isElsewhere, seeOffer } = useWayToOffer();
  const asked = useLive(({ desk }) => (desk === null ? null : askedOf(desk)));
  const handover = asked === null ? null : handoverInvitation(asked);
  useEveryPart(useLive(({ desk }) => desk !== null && desk.caseload.length > 0));
  useAutoHide();
  const page = useLocation({ select: ({ pathname }) => pageNameOf(pathname) });
  usePageName(page);
  useEffect(followSoundPermission, []);
  // In practice the key and the button are of practice: they must not call anyone real.
  const isPractising = useDeskView((desk) => desk.isPractising);
  useCallShortcut(!isPractising);
  useShortcuts({ blur: toggleHidden });
  const connectionLoss = useLive(({ connection }) =>
    connection.name === 'refused' ? lossOf(connection.refusal) : null,
  );
  const loss = useSessionLoss() ?? connectionLoss ?? (hasEnded ? 'ended' : null);
  useEffect(() => {
    if (loss !== null) onLeave(loss);
  }, [loss, onLeave]);
  const navigate = useNavigate();
  const leave = (): void => {
    forgetDrafts();
    forgetHandoverDrafts();
    forgetBesideDrafts();
    forgetUnsent(parts.tabStorage);
    forgetLifted();
    setHidden(false);
    beginSigningOut(parts.tabStorage, staff.id);
    void navigate({ to: '/signing-out' });
  };
  return (
    <div className="frame">
      <a className="frame__skip" href="#main">
        {frameWords.skip}
      </a>
      <StatusBar
        status={<StatusMenu />}
        shift={
          <>
            <ShiftLeft />
            <DayMenu />
          </>
        }
        call={isPractising ? null : <CallButton label={helpWords.callLong} />}
        views={<Views staff={staff} />}
        account={
          <AccountMenu
            staff={staff}
            isSoundOn={isSoundOn}
            onSound={setSound}
            onPractise={() => void navigate({ to: '/practice' })}
            onAccount={() => void navigate({ to: '/account' })}
            onFeedback={() => void navigate({ to: '/feedback' })}
            onShortcuts={() => show('shortcuts')}
            onHide={toggleHidden}
            onSignOut={leave}
          />
        }
      />
      <ConnectionBar />
      <Notices role={staff.role} isOnDesk={isOnDesk} />
      <OfferHint onSee={seeOffer} isElsewhere={isElsewhere} handover={handover} />
      {/* Named, so that the focus that comes here says where it is. */}
      <main id="main" className="frame__main" tabIndex={-1} aria-label={page ?? undefined}>
        <Outlet />
      </main>
      {dialog}
    </div>
  );
};

/** Everything a signed-in person sees hangs in here, together with their one line to the server. */
export const SignedInFrame = ({ staff }: { readonly staff: Session['staff'] }) => {
  const { tabStorage } = useParts();
  const leave = useLeave();
  useEffect(() => showStaff(staff.id), [staff.id]);
  useEffect(() => resetDeskView(), [staff.id]);
  useEffect(() => ownDrafts(staff.id, tabStorage), [staff.id, tabStorage]);
  useEffect(() => ownHandoverDrafts(staff.id, tabStorage), [staff.id, tabStorage]);
  useEffect(() => ownBesideDrafts(staff.id, tabStorage), [staff.id, tabStorage]);
  return (
    <LiveProvider staffId={staff.id}>
      <Inside staff={staff} onLeave={leave} />
    </LiveProvider>
  );
};
