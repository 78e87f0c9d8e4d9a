import { ToldUsPage } from '../../features/complaints/told-us-page';
import { Veil } from '../../shared/page/veil';
import './live-screen.css';

/** What people told the service about itself, for supervisors. */
export const ToldUsScreen = () => (
  <Veil>
    <div className="now">
      <div className="now__board">
        <ToldUsPage />
      </div>
    </div>
  </Veil>
);
