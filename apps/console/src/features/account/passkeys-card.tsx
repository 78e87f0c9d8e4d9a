import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Account } from '@warmline/contracts';
import { Banner, Button, Card, TextField } from '@warmline/ui';
import { isBlank, STAFF_NAME_MOST, type Refusal } from '@warmline/vocabulary';
import { locale } from '../../shared/i18n/locale';
import { refusalWords } from '../../shared/i18n/refusal-words';
import { useParts } from '../../shared/page/parts';
import { makePasskey } from '../../shared/second-factor/passkeys';
import { useFreshProof } from '../../shared/second-factor/use-fresh-proof';
import { accountQuery } from '../../shared/session/account-query';
import { addPasskey, askForPasskey, removePasskey } from './account-requests';
import { accountWords } from './account-words';

const said = accountWords.passkeys;
const dayOf = new Intl.DateTimeFormat(locale.formats, { dateStyle: 'long' });

export interface PasskeysCardProps {
  readonly account: Account;
  /** Recovery codes that were made with the first second factor: shown once. */
  readonly onCodes: (codes: readonly string[]) => void;
}

const usePasskeys = ({ onCodes }: Pick<PasskeysCardProps, 'onCodes'>) => {
  const parts = useParts();
  const queries = useQueryClient();
  const { run, dialog } = useFreshProof();
  const [trouble, setTrouble] = useState<string | null>(null);
  const keep = (account: Account): void => {
    queries.setQueryData(accountQuery(parts).queryKey, account);
  };
  const add = async (label: string): Promise<Refusal | null> => {
    const question = await askForPasskey(parts);
    if (!question.ok) return question.refusal;
    const made = await makePasskey(question.value, label);
    if (made === null) return 'wrong_code';
    const answer = await addPasskey(parts, made);
    if (!answer.ok) return answer.refusal;
    keep(answer.value.account);
    if (answer.value.recoveryCodes !== null) onCodes(answer.value.recoveryCodes);
    return null;
  };
  const remove = async (id: string): Promise<Refusal | null> => {
    const answer = await removePasskey(parts, id);
    if (answer.ok) keep(answer.value);
    return answer.ok ? null : answer.refusal;
  };
  const note = (refusal: Refusal | null): boolean => {
    if (refusal === 'last_factor') setTrouble(refusalWords.last_factor);
    else if (refusal === 'wrong_code') setTrouble(said.notMade);
    else if (refusal !== null && refusal !== 'proof_old') setTrouble(accountWords.notDone);
    return refusal === null;
  };
  const act = async (what: () => Promise<Refusal | null>): Promise<boolean> => {
    setTrouble(null);
    return note(await run(what));
  };
  return {
    dialog,
    trouble,
    add: (label: string) => act(() => add(label)),
    remove: (id: string) => act(() => remove(id)),
  };
};

/** The own passkeys: what unlocks a device signs in on it. */
export const PasskeysCard = ({ account, onCodes }: PasskeysCardProps) => {
  const { dialog, trouble, add, remove } = usePasskeys({ onCodes });
  const [label, setLabel] = useState('');
  const { passkeys } = account.factors;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await add(isBlank(label) ? said.thisDevice : label.trim())) setLabel('');
  };
  return (
    <Card title={said.title} lead={said.lead}>
      {trouble === null ? null : (
        <Banner tone="notice" icon="warn">
          {trouble}
        </Banner>
      )}
      {passkeys.length === 0 ? <p className="account__soft">{said.none}</p> : null}
      <ul className="account__sessions">
        {passkeys.map((passkey) => (
          <li key={passkey.id} className="account__session">
            <div className="account__session-words">
              <strong>{passkey.label}</strong>
              <p>
                {passkey.usedAt === null
                  ? said.never(dayOf.format(passkey.addedAt))
                  : said.used(dayOf.format(passkey.addedAt), dayOf.format(passkey.usedAt))}
              </p>
            </div>
            <Button
              size="small"
              aria-label={said.removeOf(passkey.label)}
              onPress={() => void remove(passkey.id)}
            >
              {said.remove}
            </Button>
          </li>
        ))}
      </ul>
      {typeof PublicKeyCredential === 'undefined' ? (
        <p className="account__soft">{said.missing}</p>
      ) : (
        <form className="account__device" onSubmit={(event) => void save(event)}>
          <TextField
            label={said.label}
            hint={said.labelHint}
            autoComplete="off"
            maxLength={STAFF_NAME_MOST}
            value={label}
            onChange={setLabel}
          />
          <Button type="submit">{said.add}</Button>
        </form>
      )}
      {dialog}
    </Card>
  );
};
