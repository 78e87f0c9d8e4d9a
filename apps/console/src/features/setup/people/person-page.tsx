import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SetupList, SetupRow } from '@warmline/contracts';
import { Banner, Button, Card, Empty, PanelState } from '@warmline/ui';
import { commonWords } from '../../../shared/i18n/common-words';
import { locale } from '../../../shared/i18n/locale';
import { dayWords } from '../../../shared/i18n/moment-words';
import { useParts } from '../../../shared/page/parts';
import { InviteLinks } from '../invite-links';
import { LastSaveBanner } from '../last-save';
import { OpenRow } from '../open-row';
import { SaidCells } from '../said-cells';
import { setupWords } from '../setup-words';
import { useSetupList, type OpenSetupList } from '../use-list';
import { Waits } from '../waits';
import { accountsQuery } from './accounts-query';
import { LeavingCard } from './leaving-card';
import { peopleWords } from './people-words';
import { TrainingCard } from './training-card';
import '../setup.css';
import './people.css';

const when = new Intl.DateTimeFormat(locale.formats, { dateStyle: 'medium', timeStyle: 'short' });

const AccountCard = ({ signInName }: { readonly signInName: string }) => {
  const query = useQuery(accountsQuery(useParts()));
  const person = query.data?.people.find((one) => one.signInName === signInName);
  const told = (): string => {
    if (person === undefined) return query.isError ? peopleWords.inviteUnknown : setupWords.loading;
    if (person.isOpened) return peopleWords.opened;
    const { invite } = person;
    return invite === null
      ? peopleWords.never
      : peopleWords.invites[invite.state](when.format(invite.expiresAt));
  };
  return (
    <Card title={peopleWords.account}>
      <p>{told()}</p>
      <p className="people__soft">
        {peopleWords.recovery} <Link to="/setup/accounts">{peopleWords.toAccounts}</Link>
      </p>
    </Card>
  );
};

interface ShiftsCardProps {
  readonly list: SetupList;
  readonly signInName: string;
  readonly isActive: boolean;
}

const ShiftsCard = ({ list, signInName, isActive }: ShiftsCardProps) => {
  const today = new Date(useParts().clock.now()).toISOString().slice(0, 10);
  const shifts = list.rows.filter((row) => row['sign_in_name'] === signInName && (row['day'] ?? '') >= today);
  return (
    <Card title={peopleWords.shifts} lead={peopleWords.shiftsLead}>
      {isActive || shifts.length === 0 ? null : (
        <Banner tone="notice" icon="warn" isSpoken={false}>
          {peopleWords.uncovered}
        </Banner>
      )}
      {shifts.length === 0 ? (
        <Empty icon="clock" title={peopleWords.noShifts}>
          {peopleWords.noShiftsMore}
        </Empty>
      ) : (
        <ul className="people__list">
          {shifts.map(({ day = '', starts = '', ends = '' }) => (
            <li key={`${day} ${starts}`}>{peopleWords.shift(dayWords(day), starts, ends)}</li>
          ))}
        </ul>
      )}
      <p>
        <Link to="/setup/week">{peopleWords.toRota}</Link>
      </p>
    </Card>
  );
};

/** What someone is called, by their sign-in name in any case. */
const nameIn =
  ({ rows }: SetupList) =>
  (signInName: string): string =>
    rows.find((row) => row['sign_in_name']?.toLowerCase() === signInName)?.['name'] ?? signInName;

interface DetailsCardProps {
  readonly list: SetupList;
  readonly inUse: OpenSetupList;
  readonly row: SetupRow;
}

const DetailsCard = ({ list, inUse, row }: DetailsCardProps) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Card
      title={peopleWords.details}
      actions={
        <Button size="small" onPress={() => setOpen(true)}>
          {peopleWords.change}
        </Button>
      }
    >
      <SaidCells columns={list.columns} row={row} />
      <LastSaveBanner
        last={list.last}
        isBusy={false}
        isAsked={false}
        onUndo={() => void inUse.undo()}
        of={{ signInName: row['sign_in_name'] ?? '', nameOf: nameIn(list) }}
      />
      {isOpen ? (
        <OpenRow list={list} original={row} onSave={inUse.save} onClose={() => setOpen(false)} />
      ) : null}
    </Card>
  );
};

/** One person: who they are, what they passed, when they are on, and whether they have opened their account. */
export const PersonPage = ({ signInName }: { readonly signInName: string }) => {
  const people = useSetupList('people');
  const training = useSetupList('training');
  const rota = useSetupList('rota');
  const lists = [people, training, rota];
  const loaded =
    people.query.data === undefined || training.query.data === undefined || rota.query.data === undefined
      ? undefined
      : { people: people.query.data, training: training.query.data, rota: rota.query.data };
  const row = loaded?.people.rows.find((one) => one['sign_in_name'] === signInName);
  return (
    <div className="board people-setup">
      <Link to="/setup/team">{peopleWords.back}</Link>
      <h1 className="board__title">
        <bdi>{row?.['name'] ?? signInName}</bdi>
      </h1>
      <Waits names={people.waits} />
      <PanelState
        content={loaded}
        loading={setupWords.loading}
        hasFailed={lists.some(({ query }) => query.isError)}
        failed={setupWords.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => lists.forEach(({ query }) => void query.refetch())}
      >
        {(all) =>
          row === undefined ? (
            <Empty icon="person" title={peopleWords.unknown}>
              {peopleWords.unknownMore}
            </Empty>
          ) : (
            <>
              <DetailsCard list={all.people} inUse={people} row={row} />
              <TrainingCard
                list={all.training}
                inUse={training}
                signInName={signInName}
                nameOf={nameIn(all.people)}
              />
              <ShiftsCard list={all.rota} signInName={signInName} isActive={row['active'] === 'yes'} />
              {row['active'] === 'yes' ? (
                <AccountCard signInName={signInName} />
              ) : (
                <LeavingCard signInName={signInName} name={row['name'] ?? ''} />
              )}
            </>
          )
        }
      </PanelState>
      {people.proofDialog}
      <InviteLinks invites={people.invites} onDone={people.forgetInvites} />
    </div>
  );
};
