import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SetupList, SetupRow } from '@warmline/contracts';
import { Button, Card, Mark, PanelState } from '@warmline/ui';
import { commonWords } from '../../../shared/i18n/common-words';
import { locale } from '../../../shared/i18n/locale';
import { moduleName } from '../../../shared/i18n/obstacle-words';
import { useParts } from '../../../shared/page/parts';
import { InviteLinks } from '../invite-links';
import { OpenRow } from '../open-row';
import { cellTold } from '../setup-told';
import { setupWords } from '../setup-words';
import { useSetupList } from '../use-list';
import { Waits } from '../waits';
import { useLeavers } from './leavers';
import { peopleWords } from './people-words';
import { statusOf, troublesOf } from './person-training';
import '../setup.css';
import './people.css';

const day = new Intl.DateTimeFormat(locale.formats, { dateStyle: 'medium' });

interface PersonProps {
  readonly people: SetupList;
  readonly row: SetupRow;
  readonly training: SetupList;
}

/** When they leave, once that is known. */
const Inactive = ({ signInName }: { readonly signInName: string }) => {
  const leaver = useLeavers().data?.people.find((one) => one.signInName === signInName);
  return (
    <>
      <Mark>{peopleWords.inactive}</Mark>
      {leaver === undefined ? null : <Mark>{peopleWords.leaves(day.format(leaver.leavesAt))}</Mark>}
    </>
  );
};

const Person = ({ people, row, training }: PersonProps) => {
  const { sign_in_name: signInName = '', name = '', active } = row;
  const { missing, lapsed } = troublesOf(statusOf(training.rows, signInName, useParts().clock.now()));
  const role = people.columns.find((column) => column.name === 'role');
  const isJudged = row['role'] !== 'administrator';
  const told = (modules: readonly string[]): string => modules.map(moduleName).join(', ');
  return (
    <li className="people__row">
      <Link to="/setup/team/$person" params={{ person: signInName }}>
        <bdi>{name}</bdi>
      </Link>
      <span className="people__soft">{role === undefined ? '' : cellTold(role, row['role'] ?? '')}</span>
      {active === 'yes' ? null : <Inactive signInName={signInName} />}
      {isJudged && missing.length > 0 ? (
        <Mark tone="grave" icon="warn">
          {peopleWords.missingOf(told(missing))}
        </Mark>
      ) : null}
      {isJudged && lapsed.length > 0 ? (
        <Mark tone="grave" icon="warn">
          {peopleWords.lapsedOf(told(lapsed))}
        </Mark>
      ) : null}
    </li>
  );
};

/** Everyone, with what is missing of whom. */
export const PeoplePage = () => {
  const people = useSetupList('people');
  const training = useSetupList('training');
  const [isAdding, setAdding] = useState(false);
  const loaded =
    people.query.data === undefined || training.query.data === undefined
      ? undefined
      : { people: people.query.data, training: training.query.data };
  return (
    <div className="board people-setup">
      <div className="setup__head">
        <div className="setup__lead">
          <h1 className="board__title">{peopleWords.title}</h1>
          <p>{peopleWords.lead}</p>
        </div>
        <Button kind="main" icon="plus" isDisabled={loaded === undefined} onPress={() => setAdding(true)}>
          {peopleWords.add}
        </Button>
      </div>
      <Waits names={people.waits} />
      <PanelState
        content={loaded}
        loading={setupWords.loading}
        hasFailed={people.query.isError || training.query.isError}
        failed={setupWords.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => {
          void people.query.refetch();
          void training.query.refetch();
        }}
      >
        {(lists) => (
          <Card title={peopleWords.title} isTitleHidden>
            <ul className="people__list">
              {lists.people.rows.map((row) => (
                <Person key={row['sign_in_name']} people={lists.people} row={row} training={lists.training} />
              ))}
            </ul>
            {isAdding ? (
              <OpenRow
                list={lists.people}
                original={null}
                onSave={people.save}
                onClose={() => setAdding(false)}
              />
            ) : null}
          </Card>
        )}
      </PanelState>
      <p className="people__soft">
        {peopleWords.lists}{' '}
        <Link to="/setup/$list" params={{ list: 'people' }}>
          {peopleWords.peopleList}
        </Link>
        {' · '}
        <Link to="/setup/$list" params={{ list: 'training' }}>
          {peopleWords.trainingList}
        </Link>
      </p>
      {people.proofDialog}
      <InviteLinks invites={people.invites} onDone={people.forgetInvites} />
    </div>
  );
};
