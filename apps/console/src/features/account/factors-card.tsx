import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account, AccountWithCodes, AuthenticatorDraft } from '@warmline/contracts';
import { Banner, Button, Card, Dialog } from '@warmline/ui';
import type { Refusal } from '@warmline/vocabulary';
import { locale } from '../../shared/i18n/locale';
import { useParts } from '../../shared/page/parts';
import { AuthenticatorSetUp } from '../../shared/second-factor/authenticator-set-up';
import { RecoveryCodes } from '../../shared/second-factor/recovery-codes';
import { secondFactorWords } from '../../shared/second-factor/second-factor-words';
import { useFreshProof } from '../../shared/second-factor/use-fresh-proof';
import { accountQuery } from '../../shared/session/account-query';
import type { HttpAnswer } from '../../shared/session/ask-http';
import { beginAuthenticator, finishAuthenticator, renewRecoveryCodes } from './account-requests';
import { accountWords } from './account-words';
import { PasskeysCard } from './passkeys-card';

const said = accountWords.factors;
const dayOf = new Intl.DateTimeFormat(locale.formats, { dateStyle: 'long' });

const useFactors = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const { run, dialog } = useFreshProof();
  const [draft, setDraft] = useState<AuthenticatorDraft | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const settle = (answer: HttpAnswer<AccountWithCodes>): Refusal | null => {
    if (!answer.ok) return answer.refusal;
    queries.setQueryData(accountQuery(parts).queryKey, answer.value.account);
    setDraft(null);
    setCodes(answer.value.recoveryCodes);
    return null;
  };
  const note = (refusal: Refusal | null): void => setFailed(refusal !== null && refusal !== 'proof_old');
  return {
    dialog,
    draft,
    codes,
    setCodes,
    hasFailed,
    forgetDraft: () => setDraft(null),
    forgetCodes: () => setCodes(null),
    begin: async (): Promise<void> => {
      const act = async (): Promise<Refusal | null> => {
        const answer = await beginAuthenticator(parts);
        if (answer.ok) setDraft(answer.value);
        return answer.ok ? null : answer.refusal;
      };
      note(await run(act));
    },
    confirm: (code: string) => run(async () => settle(await finishAuthenticator(parts, code))),
    renew: async (): Promise<void> => note(await run(async () => settle(await renewRecoveryCodes(parts)))),
  };
};

/** What they have, in words. */
const FactorsInWords = ({ factors }: Pick<Account, 'factors'>) => {
  const { isAsked, authenticator, recoveryCodesLeft } = factors;
  return (
    <>
      {isAsked ? null : <Banner icon="note">{said.notAsked}</Banner>}
      <p>
        {authenticator === null
          ? said.none
          : `${said.since(dayOf.format(authenticator.addedAt))} ${said.codesLeft(recoveryCodesLeft)}`}
      </p>
    </>
  );
};

/** The own second factors. The demo has them too, and says that it does not ask for them. */
export const FactorsCard = ({ account }: { readonly account: Account }) => {
  const { factors } = account;
  const { dialog, draft, codes, setCodes, hasFailed, forgetDraft, forgetCodes, begin, confirm, renew } =
    useFactors();
  const isFirst = factors.authenticator === null;
  return (
    <>
      <PasskeysCard account={account} onCodes={setCodes} />
      <Card title={said.title} lead={said.lead}>
        {hasFailed ? (
          <Banner tone="notice" icon="warn">
            {accountWords.notDone}
          </Banner>
        ) : null}
        <FactorsInWords factors={factors} />
        <div className="account__acts">
          <Button onPress={() => void begin()}>{isFirst ? said.add : said.replace}</Button>
          {isFirst ? null : <Button onPress={() => void renew()}>{said.newCodes}</Button>}
        </div>
        {draft === null ? null : (
          <Dialog title={isFirst ? said.add : said.replace} isOpen onClose={forgetDraft}>
            {isFirst ? null : <p>{said.replaceLead}</p>}
            <AuthenticatorSetUp begin={() => Promise.resolve({ ok: true, value: draft })} onCode={confirm} />
            <Button onPress={forgetDraft}>{said.cancel}</Button>
          </Dialog>
        )}
        {codes === null ? null : (
          <Dialog title={secondFactorWords.codes.title} isOpen onClose={() => undefined}>
            <RecoveryCodes codes={codes} onKept={forgetCodes} />
          </Dialog>
        )}
        {dialog}
      </Card>
    </>
  );
};
