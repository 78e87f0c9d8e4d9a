import { ToldUsPage } from '../../features/complaints/told-us-page';
import { Shade } from '../../shared/page/shade';
import './live-screen.css';

/** What people told the service about itself, for supervisors. */
export const ToldUsScreen = () => (
  <div className="now">
    <div className="now__board">
      <Shade>
        <ToldUsPage />
      </Shade>
    </div>
  </div>
);
