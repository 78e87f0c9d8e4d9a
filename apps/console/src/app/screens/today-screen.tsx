import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ForecastPanel } from '../../features/forecast/forecast-panel';
import { rangeOf, searchOf } from '../../features/today/range';
import { TodayPage } from '../../features/today/today-page';
import { frameWords } from '../frame/frame-words';
import './live-screen.css';

const route = getRouteApi('/inside/today');

/** How it goes as a whole, in figures. The days that are shown are part of the address, so that they outlast a reload. */
export const TodayScreen = () => {
  const range = rangeOf(route.useSearch());
  const navigate = useNavigate();
  return (
    <div className="now">
      <div className="now__board">
        <TodayPage
          title={frameWords.today}
          range={range}
          onRange={(chosen) => void navigate({ to: '/today', search: searchOf(chosen) })}
        >
          <ForecastPanel />
        </TodayPage>
      </div>
    </div>
  );
};
