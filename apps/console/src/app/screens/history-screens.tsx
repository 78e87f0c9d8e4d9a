import { Link } from '@tanstack/react-router';
import { ReadersPage } from '../../features/history/readers-page';
import { readersWords } from '../../features/history/readers-words';
import './live-screen.css';

/** Who read one's own conversations. */
export const ReadersScreen = () => (
  <div className="now">
    <div className="now__board">
      <ReadersPage way={<Link to="/">{readersWords.back}</Link>} />
    </div>
  </div>
);
