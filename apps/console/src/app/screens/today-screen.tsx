import { useState } from 'react';
import { Button } from '@warmline/ui';
import { ForecastPanel } from '../../features/forecast/forecast-panel';
import { WallboardPanel } from '../../features/wallboard/wallboard';
import { wallboardWords } from '../../features/wallboard/wallboard-words';
import { frameWords } from '../frame/frame-words';
import './live-screen.css';

/** How it goes as a whole, in figures; on a big screen for everyone in the room only figures and charts, and nobody's name. */
export const TodayScreen = () => {
  const [isBig, setBig] = useState(false);
  return (
    <div className="now">
      <div className="now__board">
        <div className="board">
          {isBig ? null : <h1 className="board__title">{frameWords.today}</h1>}
          <WallboardPanel
            isBig={isBig}
            actions={
              <Button size="small" kind="quiet" icon="eye" onPress={() => setBig(!isBig)}>
                {isBig ? wallboardWords.leaveBigScreen : wallboardWords.bigScreen}
              </Button>
            }
          />
          {isBig ? null : <ForecastPanel />}
        </div>
      </div>
    </div>
  );
};
