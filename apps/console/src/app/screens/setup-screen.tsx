import { Link, useParams } from '@tanstack/react-router';
import { SheetPage } from '../../features/setup/sheet-page';
import { FIRST_SHEET, isSheet, SHEETS } from '../setup/setup-requests';
import { words } from '../words';
import './board-ground.css';

/** The lists a charity keeps about itself, one at a time. */
export const SetupScreen = () => {
  const { sheet: asked = FIRST_SHEET } = useParams({ strict: false });
  const sheet = isSheet(asked) ? asked : FIRST_SHEET;
  return (
    <div className="now">
      <div className="now__board">
        <nav className="setup-views" aria-label={words.setup.views}>
          {SHEETS.map((name) => (
            <Link key={name} to="/setup/$sheet" params={{ sheet: name }} className="status-bar__view">
              {words.setup.sheets[name].title}
            </Link>
          ))}
        </nav>
        <SheetPage key={sheet} name={sheet} />
      </div>
    </div>
  );
};
