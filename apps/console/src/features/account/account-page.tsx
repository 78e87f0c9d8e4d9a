import type { ReactNode } from 'react';
import { PanelState } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { accountWords } from './account-words';
import './account.css';
import { FactorsCard } from './factors-card';
import { NamesCard } from './names-card';
import { PasswordCard } from './password-card';
import { ProviderCard } from './provider-card';
import { SessionsCard } from './sessions-card';
import { useAccount } from './use-account';

/** Someone's own account: their names, their password, and where they are signed in. `way`: back to where they work. */
export const AccountPage = ({ way = null }: { readonly way?: ReactNode }) => {
  const { query, change } = useAccount();
  return (
    <div className="board account">
      {way}
      <h1 className="board__title">{accountWords.title}</h1>
      <PanelState
        content={query.data}
        loading={accountWords.loading}
        hasFailed={query.isError}
        failed={accountWords.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {(account) => (
          <>
            <p className="account__soft">{accountWords.signInName(account.signInName)}</p>
            <NamesCard account={account} onChange={change} />
            <PasswordCard account={account} onChange={change} />
            <FactorsCard account={account} />
            <ProviderCard account={account} />
            <SessionsCard account={account} onChange={change} />
          </>
        )}
      </PanelState>
    </div>
  );
};
