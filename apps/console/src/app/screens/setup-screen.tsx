import { useParams } from '@tanstack/react-router';
import { OnCallPage } from '../../features/on-call/on-call-page';
import { SetupListPage } from '../../features/setup/list-page';
import { FIRST_LIST, isSetupListName } from '../../features/setup/setup-requests';
import './live-screen.css';
import { SetupViews } from './setup-views';

/** The lists a charity keeps about itself, one at a time. */
export const SetupScreen = () => {
  const { list: asked = FIRST_LIST } = useParams({ strict: false });
  const shown = isSetupListName(asked) ? asked : FIRST_LIST;
  return (
    <div className="now">
      <div className="now__board">
        <SetupViews shown={shown} />
        <SetupListPage key={shown} name={shown} />
      </div>
    </div>
  );
};

/** Who is told when no supervisor is connected. */
export const OnCallScreen = () => (
  <div className="now">
    <div className="now__board">
      <SetupViews shown="on-call" />
      <OnCallPage />
    </div>
  </div>
);
