import { Link } from '@tanstack/react-router';
import { AccountPage } from '../../features/account/account-page';
import { accountWords } from '../../features/account/account-words';
import { OwnRota } from '../../features/rota/own-rota';
import { signInWords } from '../../features/sign-in/sign-in-words';
import { usePageName } from '../../shared/page/page-title';
import { frameWords } from '../frame/frame-words';
import './live-screen.css';
import { SetupPage } from './setup-views';

/** Someone's own account, in the frame of responders and supervisors. */
export const AccountScreen = () => {
  usePageName(signInWords.account);
  return (
    <div className="now">
      <div className="now__board">
        <AccountPage
          way={
            <nav className="account__ways" aria-label={accountWords.ways}>
              <Link to="/">{accountWords.back}</Link>
              <Link to="/readers">{frameWords.readers}</Link>
            </nav>
          }
        />
        <OwnRota />
      </div>
    </div>
  );
};

/** The same beside the lists, for an administrator. */
export const SetupAccountScreen = () => (
  <SetupPage shown="account">
    <AccountPage />
  </SetupPage>
);
