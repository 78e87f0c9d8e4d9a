import { useState, type FormEvent } from 'react';
import type { Account, OwnSession } from '@warmline/contracts';
import { Banner, Button, Card, Mark, TextField } from '@warmline/ui';
import { isBlank, STAFF_NAME_MOST } from '@warmline/vocabulary';
import { locale } from '../../shared/i18n/locale';
import { endSessions, nameDevice } from './account-requests';
import { accountWords } from './account-words';
import type { ChangeAccount } from './use-account';

const said = accountWords.sessions;
const when = new Intl.DateTimeFormat(locale.formats, {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

interface RowProps {
  readonly session: OwnSession;
  readonly isBusy: boolean;
  readonly onEnd: () => void;
}

const SessionRow = ({ session, isBusy, onEnd }: RowProps) => {
  const device = session.device ?? said.unnamed;
  const began = when.format(session.beganAt);
  return (
    <li className="account__session">
      <div className="account__session-words">
        <strong>{device}</strong> {session.isThis ? <Mark>{said.thisOne}</Mark> : null}
        <p>{said.times(began, when.format(session.usedAt))}</p>
      </div>
      {session.isThis ? null : (
        <Button size="small" isDisabled={isBusy} aria-label={said.endOf(device, began)} onPress={onEnd}>
          {said.end}
        </Button>
      )}
    </li>
  );
};

const DeviceForm = ({ account, onChange }: SessionsCardProps) => {
  const [name, setName] = useState(account.sessions.find(({ isThis }) => isThis)?.device ?? '');
  const [told, setTold] = useState<string | null>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const asked = { name: isBlank(name) ? null : name.trim() };
    const refusal = await onChange((parts) => nameDevice(parts, asked));
    setTold(refusal === null ? said.savedDevice : accountWords.notDone);
  };
  return (
    <form className="account__device" onSubmit={(event) => void save(event)}>
      <TextField
        label={said.device}
        hint={said.deviceHint}
        autoComplete="off"
        maxLength={STAFF_NAME_MOST}
        value={name}
        onChange={setName}
      />
      <Button type="submit">{said.saveDevice}</Button>
      <p role="status">{told}</p>
    </form>
  );
};

export interface SessionsCardProps {
  readonly account: Account;
  readonly onChange: ChangeAccount;
}

/** Where the person is signed in, with a way to end each of the others. */
export const SessionsCard = ({ account, onChange }: SessionsCardProps) => {
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const hasOthers = account.sessions.some(({ isThis }) => !isThis);
  const end = async (which: string | null): Promise<void> => {
    setBusy(true);
    setFailed((await onChange((parts) => endSessions(parts, which))) !== null);
    setBusy(false);
  };
  return (
    <Card
      title={said.title}
      lead={said.lead}
      actions={
        hasOthers ? (
          <Button size="small" isDisabled={isBusy} onPress={() => void end(null)}>
            {said.endOthers}
          </Button>
        ) : null
      }
    >
      {hasFailed ? (
        <Banner tone="notice" icon="warn">
          {accountWords.notDone}
        </Banner>
      ) : null}
      <ul className="account__sessions">
        {account.sessions.map((session) => (
          <SessionRow key={session.id} session={session} isBusy={isBusy} onEnd={() => void end(session.id)} />
        ))}
      </ul>
      {hasOthers ? null : <p className="account__soft">{said.only}</p>}
      <DeviceForm account={account} onChange={onChange} />
    </Card>
  );
};
