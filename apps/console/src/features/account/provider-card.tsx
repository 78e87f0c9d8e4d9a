import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Account } from '@warmline/contracts';
import { Banner, Button, Card } from '@warmline/ui';
import type { Refusal } from '@warmline/vocabulary';
import { useParts } from '../../shared/page/parts';
import { useFreshProof } from '../../shared/second-factor/use-fresh-proof';
import { accountQuery } from '../../shared/session/account-query';
import { beginLink, takeWayBack, unlinkProvider, type WayBack } from '../../shared/session/provider-requests';
import { accountWords } from './account-words';

const said = accountWords.provider;

const wordsOf = (way: WayBack | Refusal, name: string): string => {
  if (way === 'taken') return said.taken(name);
  if (way === 'unreachable' || way === 'unavailable') return said.unreachable(name);
  return way === 'over' ? said.over : said.refused(name);
};

/** Whether single sign-on opens this account. Nothing is shown where the charity has none. */
export const ProviderCard = ({ account }: { readonly account: Account }) => {
  const parts = useParts();
  const queries = useQueryClient();
  const { run, dialog } = useFreshProof();
  const [wayBack] = useState(takeWayBack);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  // The browser comes back from the provider to the top of the page, and what came of it is far down.
  useEffect(() => {
    if (wayBack !== null) card.current?.focus();
  }, [wayBack]);
  if (account.identityProvider === null) return null;
  const { name, isLinked } = account.identityProvider;
  const act = async (what: () => Promise<Refusal | null>): Promise<void> => {
    setBusy(true);
    const refused = await run(what);
    setBusy(false);
    setRefusal(refused === 'proof_old' ? null : refused);
  };
  const link = async (): Promise<Refusal | null> => {
    const answer = await beginLink(parts, account.role === 'administrator' ? 'setup/account' : 'account');
    if (answer.ok) parts.leaveFor(answer.value.address);
    return answer.ok ? null : answer.refusal;
  };
  const unlink = async (): Promise<Refusal | null> => {
    const answer = await unlinkProvider(parts);
    await queries.invalidateQueries({ queryKey: accountQuery(parts).queryKey });
    return answer.ok ? null : answer.refusal;
  };
  const trouble = refusal ?? (wayBack === 'linked' ? null : wayBack);
  return (
    <div ref={card} tabIndex={-1}>
      <Card title={said.title(name)} lead={said.lead(name)}>
        {trouble === null ? null : (
          <Banner tone="notice" icon="warn">
            {wordsOf(trouble, name)}
          </Banner>
        )}
        <p className="account__soft" role="status">
          {isLinked ? said.linked(name) : said.notLinked(name)}
        </p>
        {isLinked ? (
          <Button isBusy={isBusy} onPress={() => void act(unlink)}>
            {said.unlink}
          </Button>
        ) : (
          <Button isBusy={isBusy} onPress={() => void act(link)}>
            {said.link(name)}
          </Button>
        )}
        {dialog}
      </Card>
    </div>
  );
};
