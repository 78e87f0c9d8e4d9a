import { Link } from '@tanstack/react-router';
import type { SetupList } from '@warmline/contracts';
import { PanelState } from '@warmline/ui';
import { commonWords } from '../../../shared/i18n/common-words';
import { useParts } from '../../../shared/page/parts';
import { setupWords } from '../setup-words';
import { useSetupList, type OpenSetupList } from '../use-list';
import { RotaCard } from './rota-card';
import { termsOf, type RotaLists } from './rota-rules';
import { rotaWords } from './rota-words';
import '../setup.css';
import '../hours/hours.css';
import './rota.css';

/** The lists by name, once all of them are there. */
const allOf = <Name extends string>(
  lists: Readonly<Record<Name, OpenSetupList>>,
): Record<Name, SetupList> | undefined => {
  const found: Partial<Record<Name, SetupList>> = {};
  for (const name in lists) {
    const list = lists[name].query.data;
    if (list !== undefined) found[name] = list;
  }
  const isWhole = (some: Partial<Record<Name, SetupList>>): some is Record<Name, SetupList> =>
    Object.keys(lists).every((name) => name in some);
  return isWhole(found) ? found : undefined;
};

/** Who is on shift when, a week at a time. */
export const RotaPage = () => {
  const { clock } = useParts();
  const rota = useSetupList('rota');
  const lists = {
    rota,
    service: useSetupList('service'),
    people: useSetupList('people'),
    hours: useSetupList('hours'),
    holidays: useSetupList('holidays'),
    limits: useSetupList('limits'),
  };
  const loaded: (RotaLists & { readonly rota: SetupList }) | undefined = allOf(lists);
  const terms = loaded === undefined ? undefined : termsOf(loaded, clock.now());
  return (
    <div className="board rota">
      <div className="setup__head">
        <div className="setup__lead">
          <h1 className="board__title">{rotaWords.title}</h1>
          <p>
            {rotaWords.lead} {terms === undefined ? null : rotaWords.zone(terms.hours.zone)}
          </p>
        </div>
      </div>
      <PanelState
        content={loaded}
        loading={setupWords.loading}
        hasFailed={Object.values(lists).some(({ query }) => query.isError)}
        failed={setupWords.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => Object.values(lists).forEach(({ query }) => void query.refetch())}
      >
        {(all) => <RotaCard list={all.rota} inUse={rota} terms={termsOf(all, clock.now())} />}
      </PanelState>
      <p className="hours__soft">
        {rotaWords.lists}{' '}
        <Link to="/setup/$list" params={{ list: 'rota' }}>
          {rotaWords.list}
        </Link>
      </p>
    </div>
  );
};
