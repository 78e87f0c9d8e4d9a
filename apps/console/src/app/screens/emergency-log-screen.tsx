import { getRouteApi } from '@tanstack/react-router';
import { EmergencyLog } from '../../features/safety/emergency-log';
import { usePageName } from '../../shared/page/page-title';
import { Shade } from '../../shared/page/shade';
import { frameWords } from '../frame/frame-words';
import './live-screen.css';

const route = getRouteApi('/inside/emergency-log/$conversationId');

/** The emergency log of one conversation, on a page of its own: it is printed. */
export const EmergencyLogScreen = () => {
  const { conversationId } = route.useParams();
  usePageName(frameWords.emergencyLog);
  return (
    <div className="now">
      <div className="now__board">
        <Shade>
          <EmergencyLog key={conversationId} conversationId={conversationId} />
        </Shade>
      </div>
    </div>
  );
};
