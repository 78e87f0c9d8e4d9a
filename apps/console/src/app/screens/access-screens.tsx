import { AccessPage } from '../../features/access/access-page';
import { MatrixPage } from '../../features/access/matrix-page';
import '../../features/setup/setup.css';
import './live-screen.css';
import { SetupPage } from './setup-views';

/** What waits for a second person, among the pages of the set-up. */
export const SetupAccessScreen = () => (
  <SetupPage shown="access">
    <AccessPage />
  </SetupPage>
);

/** The same, for a supervisor. */
export const AccessScreen = () => (
  <div className="now">
    <div className="now__board">
      <AccessPage />
    </div>
  </div>
);

/** Each person, and what their roles allow. */
export const MatrixScreen = () => (
  <SetupPage shown="roles">
    <MatrixPage />
  </SetupPage>
);
