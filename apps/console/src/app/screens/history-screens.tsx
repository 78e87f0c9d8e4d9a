import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { filterOf, searchOf } from '../../features/history/history-filter';
import { HistoryPage } from '../../features/history/history-page';
import { ReadersPage } from '../../features/history/readers-page';
import { readersWords } from '../../features/history/readers-words';
import { holdsWords } from '../../features/holds/holds-words';
import './live-screen.css';

const route = getRouteApi('/inside/history');

/** Conversations by time. The filter is part of the address, so that it outlasts a reload. */
export const HistoryScreen = () => {
  const filter = filterOf(route.useSearch());
  const navigate = useNavigate();
  return (
    <div className="now">
      <div className="now__board">
        <HistoryPage
          filter={filter}
          onFilter={(chosen) => void navigate({ to: '/history', search: searchOf(chosen), replace: true })}
          holdsLink={(conversation, visitor) => (
            <Link to="/holds" search={{ conversation }} aria-label={holdsWords.linkOf(visitor)}>
              {holdsWords.link}
            </Link>
          )}
        />
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
