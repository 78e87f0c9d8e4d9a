import { Link } from '@tanstack/react-router';
import { actsWords } from '../../features/history/acts-words';

const VIEWS = [
  { to: '/history', label: actsWords.conversations },
  { to: '/history/people', label: actsWords.people },
  { to: '/history/settings', label: actsWords.settings },
] as const;

/** The parts of History, above each of them. */
export const HistoryViews = () => (
  <nav className="history__views" aria-label={actsWords.views}>
    {VIEWS.map(({ to, label }) => (
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
