import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Session } from '@warmline/contracts';
import { Button } from '@warmline/ui';
import { HoldsAlert } from '../../features/holds/holds-alert';
import { setupWords } from '../../features/setup/setup-words';
import { signInWords } from '../../features/sign-in/sign-in-words';
import { LiveProvider, useLive } from '../../shared/live/live-provider';
import { useParts } from '../../shared/page/parts';
import { ServiceLine } from '../../shared/page/service-line';
import { hasRole } from '../../shared/session/roles';
import { sessionQuery } from '../../shared/session/session-requests';
import { lossOf, showStaff, useSessionLoss } from '../../shared/session/session-state';
import { beginSigningOut } from '../../shared/session/signing-out';
import { frameWords } from './frame-words';
import { pagesOf } from './pages';
import './status-bar.css';

/** Goes back to signing in once the session is over. */
const useLeaveWhenOver = (): void => {
  const parts = useParts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const hasEnded = useLive((live) => live.sessionEnded);
  const refused = useLive(({ connection }) =>
    connection.name === 'refused' ? lossOf(connection.refusal) : null,
  );
  const loss = useSessionLoss() ?? refused ?? (hasEnded ? 'ended' : null);
  useEffect(() => {
    if (loss === null) return;
    queries.setQueryData(sessionQuery(parts).queryKey, null);
    void navigate({ to: '/sign-in', search: { why: loss } });
  }, [loss, navigate, parts, queries]);
};

const Inside = ({ staff }: { readonly staff: Session['staff'] }) => {
  const { tabStorage } = useParts();
  const navigate = useNavigate();
  useLeaveWhenOver();
  const leave = (): void => {
    beginSigningOut(tabStorage, staff.id);
    void navigate({ to: '/signing-out' });
  };
  return (
    <div className="frame">
      <a className="frame__skip" href="#main">
        {frameWords.skip}
      </a>
      <header className="status-bar" aria-label={frameWords.statusBar}>
        <ServiceLine />
        <nav className="status-bar__views" aria-label={frameWords.views}>
          {pagesOf(staff).map(({ to, label }) => (
            <Link key={to} to={to} className="status-bar__view">
              {label}
            </Link>
          ))}
          {hasRole(staff, 'administrator') ? (
            <Link to="/setup" className="status-bar__view">
              {setupWords.title}
            </Link>
          ) : null}
        </nav>
        <span className="status-bar__space" />
        <Link to="/account" className="status-bar__view status-bar__name" title={signInWords.account}>
          {staff.name}
        </Link>
        <Button size="small" onPress={leave}>
          {signInWords.signOut}
        </Button>
      </header>
      {hasRole(staff, 'safeguarding_lead') ? <HoldsAlert /> : null}
      <main id="main" className="frame__main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
};

/** What someone without a desk sees around the pages of their roles: they check in for nothing and are offered no chat. */
export const ReaderFrame = ({ staff }: { readonly staff: Session['staff'] }) => {
  useEffect(() => showStaff(staff.id), [staff.id]);
  return (
    <LiveProvider staffId={staff.id} hasDesk={false}>
      <Inside staff={staff} />
    </LiveProvider>
  );
};
