import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Session } from '@warmline/contracts';
import { Button } from '@warmline/ui';
import { AccessAlert } from '../../features/access/access-alert';
import { setupWords } from '../../features/setup/setup-words';
import { SignInAgain } from '../../features/sign-in/sign-in-again';
import { signInWords } from '../../features/sign-in/sign-in-words';
import { useParts } from '../../shared/page/parts';
import { ServiceLine } from '../../shared/page/service-line';
import { sessionQuery } from '../../shared/session/session-requests';
import { showStaff, useSessionLoss } from '../../shared/session/session-state';
import { beginSigningOut } from '../../shared/session/signing-out';
import { homeOf } from '../route-rules';
import { frameWords } from './frame-words';
import { pagesOf } from './pages';
import './status-bar.css';

/** What an administrator sees around the lists. They talk with nobody, so there is no line and no status. */
export const SetupFrame = ({ staff }: { readonly staff: Session['staff'] }) => {
  const parts = useParts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = (): void => {
    // What this person saw is not there for the next.
    queries.removeQueries({ queryKey: ['setup'] });
    beginSigningOut(parts.tabStorage, staff.id);
    void navigate({ to: '/signing-out' });
  };
  const loss = useSessionLoss();
  useEffect(() => showStaff(staff.id), [staff.id]);
  const backAs = (session: Session): void => {
    queries.setQueryData(sessionQuery(parts).queryKey, session);
    if (session.staff.id === staff.id) {
      showStaff(staff.id);
      return;
    }
    queries.removeQueries({ queryKey: ['setup'] });
    void navigate({ to: '/' });
  };
  return (
    <div className="frame">
      <a className="frame__skip" href="#main">
        {frameWords.skip}
      </a>
      <header className="status-bar" aria-label={frameWords.statusBar}>
        <ServiceLine />
        <strong>{setupWords.title}</strong>
        {pagesOf(staff).length === 0 ? null : (
          <Link to={homeOf(staff)} className="status-bar__view">
            {frameWords.back}
          </Link>
        )}
        <span className="status-bar__space" />
        <Link to="/setup/account" className="status-bar__view status-bar__name" title={signInWords.account}>
          {staff.name}
        </Link>
        <Button size="small" onPress={leave}>
          {signInWords.signOut}
        </Button>
      </header>
      <AccessAlert to="/setup/access" />
      <main id="main" className="frame__main" tabIndex={-1}>
        <Outlet />
      </main>
      <SignInAgain loss={loss} onSignedIn={backAs} />
    </div>
  );
};
