import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SingleSignOnView, Tried } from '@warmline/contracts';
import { Banner, Button, Card, Empty, PanelState } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { roleWords } from '../../shared/i18n/role-words';
import { useParts } from '../../shared/page/parts';
import { beginTry, readSingleSignOn, takeTried } from '../../shared/session/provider-requests';
import { Refused } from '../../shared/session/session-requests';
import { singleSignOnWords } from './single-sign-on-words';
import { ToldPeopleCard } from './told-people-card';
import './single-sign-on.css';

const said = singleSignOnWords;

type Provider = NonNullable<SingleSignOnView['provider']>;
type Came = Extract<Tried, { outcome: 'came' }>;

const rolesTold = ({ told }: Came): string =>
  told === null
    ? said.toldNone
    : said.told([told.role, ...told.furtherRoles].map((role) => roleWords[role]).join(', '));

/** Names of claims, and what they mean here. No value of one is shown. */
const WhatCame = ({ came, readsRoles }: { readonly came: Came; readonly readsRoles: boolean }) => (
  <>
    <Banner icon="check">{said.came}</Banner>
    <ul className="single-sign-on__list">
      <li>{said.opens[came.opens]}</li>
      {came.hasSecondFactor ? <li>{said.isStrong}</li> : null}
      {readsRoles ? <li>{rolesTold(came)}</li> : null}
    </ul>
    {came.missing.length === 0 ? null : (
      <>
        <h3>{said.missingTitle}</h3>
        <ul className="single-sign-on__list">
          {came.missing.map((one) => (
            <li key={one}>{said.missing[one]}</li>
          ))}
        </ul>
      </>
    )}
    <h3>{said.claims}</h3>
    <ul className="single-sign-on__claims">
      {came.claims.map((claim) => (
        <li key={claim}>
          <code dir="ltr">{claim}</code>
        </li>
      ))}
    </ul>
  </>
);

const Result = ({ tried, provider }: { readonly tried: Tried; readonly provider: Provider }) => {
  if (tried.outcome === 'came') return <WhatCame came={tried} readsRoles={provider.roleClaim !== null} />;
  return (
    <Banner tone="grave">
      {tried.why === 'unreachable' ? said.unreachable(provider.name) : said.refused(provider.name)}{' '}
      {tried.code === null ? null : said.code(tried.code)}
    </Banner>
  );
};

const TryCard = ({ provider }: { readonly provider: Provider }) => {
  const parts = useParts();
  const [tried] = useState(takeTried);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const tryIt = async (): Promise<void> => {
    setBusy(true);
    setFailed(false);
    const answer = await beginTry(parts);
    if (answer.ok) return parts.leaveFor(answer.value.address);
    setBusy(false);
    setFailed(true);
  };
  return (
    <Card title={said.tryTitle} lead={said.tryLead}>
      {hasFailed ? (
        <Banner tone="notice" icon="warn">
          {said.unreachable(provider.name)}
        </Banner>
      ) : null}
      {tried === null || hasFailed ? null : <Result tried={tried} provider={provider} />}
      <div>
        <Button isBusy={isBusy} onPress={() => void tryIt()}>
          {said.tryIt(provider.name)}
        </Button>
      </div>
    </Card>
  );
};

const Settings = ({ provider }: { readonly provider: Provider }) => (
  <Card title={said.settings}>
    <dl className="single-sign-on__settings">
      <dt>{said.issuer}</dt>
      <dd>
        {provider.name} <code dir="ltr">{provider.issuer}</code>
      </dd>
      <dt>{said.returnAddress}</dt>
      <dd>
        <code dir="ltr">{provider.returnAddress}</code>
      </dd>
      <dt>{said.scope}</dt>
      <dd>
        <code dir="ltr">{provider.scope}</code>
      </dd>
      <dt>{said.secondFactor}</dt>
      <dd>
        <code dir="ltr">{provider.secondFactor.join(' ')}</code>
      </dd>
      <dt>{said.roleClaim}</dt>
      <dd>
        {provider.roleClaim === null ? said.noRoleClaim : <code dir="ltr">{provider.roleClaim}</code>}
        <ul className="single-sign-on__list">
          {provider.roles.map(({ value, role }) => (
            <li key={value}>{said.role(value, roleWords[role])}</li>
          ))}
        </ul>
      </dd>
    </dl>
    {provider.roleClaim === null ? null : <p>{said.never}</p>}
    <p>{said.always}</p>
  </Card>
);

/** How the charity's identity provider is asked, and a sign-in that changes nothing. */
export const SingleSignOnPage = () => {
  const parts = useParts();
  const query = useQuery({
    queryKey: ['setup', 'single-sign-on'],
    retry: false,
    queryFn: async () => {
      const answer = await readSingleSignOn(parts);
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });
  return (
    <div className="board setup">
      <div className="setup__head">
        <div className="setup__lead">
          <h1 className="board__title">{said.title}</h1>
          <p>{said.lead}</p>
        </div>
      </div>
      <PanelState
        content={query.data}
        loading={said.loading}
        hasFailed={query.isError}
        failed={said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {({ provider }) =>
          provider === null ? (
            <Empty title={said.none}>{said.noneMore}</Empty>
          ) : (
            <>
              <TryCard provider={provider} />
              <ToldPeopleCard provider={provider.name} />
              <Settings provider={provider} />
            </>
          )
        }
      </PanelState>
    </div>
  );
};
