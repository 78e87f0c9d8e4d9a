import { getRouteApi, Link } from '@tanstack/react-router';
import { actsWords } from '../../features/history/acts-words';
import { mayExportLog } from '../route-rules';

const VIEWS = [
  { to: '/history', label: actsWords.conversations },
  { to: '/history/people', label: actsWords.people },
  { to: '/history/settings', label: actsWords.settings },
  { to: '/history/log', label: actsWords.log },
] as const;

const inside = getRouteApi('/inside');

/** The parts of History, above each of them. */
export const HistoryViews = () => {
  const { staff } = inside.useRouteContext();
  return (
    <nav className="history__views" aria-label={actsWords.views}>
      {VIEWS.filter(({ to }) => to !== '/history/log' || mayExportLog(staff)).map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          className="status-bar__view"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
};
