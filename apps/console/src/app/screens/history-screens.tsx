import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { choiceOf, searchOf } from '../../features/history/history-filter';
import { HistoryPage } from '../../features/history/history-page';
import { historyWords } from '../../features/history/history-words';
import { PastPage } from '../../features/history/past-page';
import { pastWords } from '../../features/history/past-words';
import { ReadersPage } from '../../features/history/readers-page';
import { readersWords } from '../../features/history/readers-words';
import { holdsWords } from '../../features/holds/holds-words';
import { usePageName } from '../../shared/page/page-title';
import { Shade } from '../../shared/page/shade';
import './live-screen.css';

const route = getRouteApi('/inside/history');
const pastRoute = getRouteApi('/inside/history/$conversationId');

/** Conversations by time. The filter is part of the address, so that it outlasts a reload. */
export const HistoryScreen = () => {
  const choice = choiceOf(route.useSearch());
  const navigate = useNavigate();
  return (
    <div className="now">
      <div className="now__board">
        <HistoryPage
          holdsLink={(conversation, visitor) => (
            <Link to="/holds" search={{ conversation }} aria-label={holdsWords.linkOf(visitor)}>
              {holdsWords.link}
            </Link>
          )}
          choice={choice}
          link={({ id, label }) => (
            <Link to="/history/$conversationId" params={{ conversationId: id }} aria-label={label}>
              {historyWords.open}
            </Link>
          )}
          onChoose={(chosen) => void navigate({ to: '/history', search: searchOf(chosen), replace: true })}
        />
      </div>
    </div>
  );
};

/** One conversation of the past. */
export const PastScreen = () => {
  const { conversationId } = pastRoute.useParams();
  usePageName(pastWords.pageTitle);
  return (
    <div className="now">
      <div className="now__board">
        <Shade>
          <PastPage
            key={conversationId}
            conversationId={conversationId}
            way={<Link to="/history">{pastWords.back}</Link>}
          />
        </Shade>
      </div>
    </div>
  );
};

/** Who read one's own conversations. */
export const ReadersScreen = () => (
  <div className="now">
    <div className="now__board">
      <ReadersPage way={<Link to="/">{readersWords.back}</Link>} />
    </div>
  </div>
);
