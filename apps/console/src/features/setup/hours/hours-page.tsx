import { Link } from '@tanstack/react-router';
import { PanelState } from '@warmline/ui';
import { commonWords } from '../../../shared/i18n/common-words';
import { setupWords } from '../setup-words';
import { useSetupList } from '../use-list';
import { HolidaysCard } from './holidays-card';
import { HoursCard } from './hours-card';
import { draftOf, weekOf } from './hours-draft';
import { hoursWords } from './hours-words';
import '../setup.css';
import './hours.css';

/** When visitors can start a chat: every week, and the days that differ. */
export const HoursPage = () => {
  const hours = useSetupList('hours');
  const holidays = useSetupList('holidays');
  const service = useSetupList('service');
  const zone = service.query.data?.rows[0]?.['time_zone'];
  const both =
    hours.query.data === undefined || holidays.query.data === undefined
      ? undefined
      : { hours: hours.query.data, holidays: holidays.query.data };
  return (
    <div className="board hours">
      <div className="setup__head">
        <div className="setup__lead">
          <h1 className="board__title">{hoursWords.title}</h1>
          <p>
            {hoursWords.lead} {zone === undefined ? null : hoursWords.zone(zone)}
          </p>
        </div>
      </div>
      <PanelState
        content={both}
        loading={setupWords.loading}
        hasFailed={hours.query.isError || holidays.query.isError}
        failed={setupWords.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => {
          void hours.query.refetch();
          void holidays.query.refetch();
        }}
      >
        {(lists) => (
          <>
            <HoursCard list={lists.hours} inUse={hours} />
            <HolidaysCard list={lists.holidays} inUse={holidays} week={weekOf(draftOf(lists.hours.rows))} />
          </>
        )}
      </PanelState>
      <p className="hours__soft">
        {hoursWords.lists}{' '}
        <Link to="/setup/$list" params={{ list: 'hours' }}>
          {hoursWords.hoursList}
        </Link>
        {' · '}
        <Link to="/setup/$list" params={{ list: 'holidays' }}>
          {hoursWords.holidaysList}
        </Link>
      </p>
    </div>
  );
};
