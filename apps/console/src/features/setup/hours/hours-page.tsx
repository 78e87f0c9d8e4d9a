import { PanelState } from '@warmline/ui';
import { commonWords } from '../../../shared/i18n/common-words';
import { setupWords } from '../setup-words';
import { useSetupList } from '../use-list';
import { HoursCard } from './hours-card';
import { hoursWords } from './hours-words';
import '../setup.css';
import './hours.css';

/** When visitors can start a chat: every week, and the days that differ. */
export const HoursPage = () => {
  const hours = useSetupList('hours');
  const service = useSetupList('service');
  const zone = service.query.data?.rows[0]?.['time_zone'];
  return (
    <div className="board hours">
      <div className="setup__lead">
        <h1 className="board__title">{hoursWords.title}</h1>
        <p>
          {hoursWords.lead} {zone === undefined ? null : hoursWords.zone(zone)}
        </p>
      </div>
      <PanelState
        content={hours.query.data}
        loading={setupWords.loading}
        hasFailed={hours.query.isError}
        failed={setupWords.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void hours.query.refetch()}
      >
        {(list) => <HoursCard list={list} inUse={hours} />}
      </PanelState>
    </div>
  );
};
