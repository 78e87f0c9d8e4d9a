import { useParams } from '@tanstack/react-router';
import { AccountsPage } from '../../features/invites/accounts-page';
import { OnCallPage } from '../../features/on-call/on-call-page';
import { HoursPage } from '../../features/setup/hours/hours-page';
import { SetupListPage } from '../../features/setup/list-page';
import { PeoplePage } from '../../features/setup/people/people-page';
import { PersonPage } from '../../features/setup/people/person-page';
import { RotaPage } from '../../features/setup/rota/rota-page';
import { isSetupListName } from '../../features/setup/setup-requests';
import { SingleSignOnPage } from '../../features/single-sign-on/single-sign-on-page';
import { WallLinksPage } from '../../features/wall-links/wall-links-page';
import './live-screen.css';
import { SetupPage } from './setup-views';

/** The lists a charity keeps about itself, one at a time. */
export const SetupScreen = () => {
  const { list: shown = '' } = useParams({ strict: false });
  // The route lets in nothing else.
  if (!isSetupListName(shown)) return null;
  return (
    <SetupPage shown={shown}>
      <SetupListPage key={shown} name={shown} />
    </SetupPage>
  );
};

/** When visitors can start a chat. */
export const HoursScreen = () => (
  <SetupPage shown="open">
    <HoursPage />
  </SetupPage>
);

/** Everyone who can sign in. */
export const TeamScreen = () => (
  <SetupPage shown="team">
    <PeoplePage />
  </SetupPage>
);

/** One person. */
export const PersonScreen = () => {
  const { person = '' } = useParams({ strict: false });
  return (
    <SetupPage shown="team">
      <PersonPage key={person} signInName={person} />
    </SetupPage>
  );
};

/** Who is on shift when, a week at a time. */
export const RotaScreen = () => (
  <SetupPage shown="week">
    <RotaPage />
  </SetupPage>
);

/** Who is told when no supervisor is connected. */
export const OnCallScreen = () => (
  <SetupPage shown="on-call">
    <OnCallPage />
  </SetupPage>
);

/** Links that open the figures on a screen on a wall. */
export const WallLinksScreen = () => (
  <SetupPage shown="wall-links">
    <WallLinksPage />
  </SetupPage>
);

/** Who has opened their account, and links for those who have not. */
export const AccountsScreen = () => (
  <SetupPage shown="accounts">
    <AccountsPage />
  </SetupPage>
);

/** How people sign in with the accounts of the charity. */
export const SingleSignOnScreen = () => (
  <SetupPage shown="single-sign-on">
    <SingleSignOnPage />
  </SetupPage>
);
