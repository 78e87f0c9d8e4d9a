import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Access, ToldPeople } from '@warmline/contracts';
import { Banner, Button, Card, Empty, PanelState, Table } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { refusalWords } from '../../shared/i18n/refusal-words';
import { roleWords } from '../../shared/i18n/role-words';
import { useParts } from '../../shared/page/parts';
import { useFreshProof } from '../../shared/second-factor/use-fresh-proof';
import { proposeTold, readToldPeople } from '../../shared/session/provider-requests';
import { Refused } from '../../shared/session/session-requests';
import { singleSignOnWords } from './single-sign-on-words';

const said = singleSignOnWords.people;

type ToldPerson = ToldPeople['people'][number];

const rolesOf = ({ role, furtherRoles }: Pick<Access, 'role' | 'furtherRoles'>): string =>
  [role, ...furtherRoles].map((one) => roleWords[one]).join(', ');

const QUERY_KEY = ['setup', 'single-sign-on', 'people'];

/** Who differs, and proposing it. Every answer is the list as it is afterwards. */
const useToldPeople = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const { ask, dialog } = useFreshProof();
  const [trouble, setTrouble] = useState<string | null>(null);
  const query = useQuery({
    queryKey: QUERY_KEY,
    retry: false,
    staleTime: 0,
    queryFn: async () => {
      const answer = await readToldPeople(parts);
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });
  return {
    query,
    dialog,
    trouble,
    propose: async (id: string): Promise<void> => {
      const answer = await ask(() => proposeTold(parts, id));
      if (answer.ok) queries.setQueryData(QUERY_KEY, answer.value);
      const isOld = !answer.ok && answer.refusal === 'proof_old';
      setTrouble(answer.ok ? null : isOld ? refusalWords.proof_old : said.notDone);
    },
  };
};

const Acts = ({ person, onPropose }: { readonly person: ToldPerson; readonly onPropose: () => void }) => {
  if (person.isProposed) return <>{said.isProposed}</>;
  if (person.told === null) return null;
  return (
    <Button size="small" aria-label={said.proposeOf(person.name)} onPress={onPropose}>
      {said.propose}
    </Button>
  );
};

/** Of whom the provider says something else than they are here, and who asks for an account. */
export const ToldPeopleCard = ({ provider }: { readonly provider: string }) => {
  const { query, dialog, trouble, propose } = useToldPeople();
  return (
    <Card title={said.title(provider)} lead={said.lead}>
      {trouble === null ? null : <Banner tone="grave">{trouble}</Banner>}
      <PanelState
        content={query.data}
        loading={said.loading}
        hasFailed={query.isError}
        failed={said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {({ people }) =>
          people.length === 0 ? (
            <Empty icon="check" title={said.none}>
              {said.noneMore}
            </Empty>
          ) : (
            <Table
              label={said.title(provider)}
              className="setup__table"
              rows={people}
              rowKey={({ id }) => id}
              hasRowHeaders
              columns={[
                { key: 'name', title: said.name, cell: ({ name, signInName }) => `${name} (${signInName})` },
                {
                  key: 'is',
                  className: 'setup__cell',
                  title: said.here,
                  cell: ({ is, isNew }) => (isNew ? said.asks : rolesOf(is)),
                },
                {
                  key: 'told',
                  className: 'setup__cell',
                  title: said.there,
                  cell: ({ told }) => (told === null ? said.noRole : rolesOf(told)),
                },
                {
                  key: 'acts',
                  title: said.acts,
                  kind: 'actions',
                  isEmpty: ({ told }) => told === null,
                  cell: (person) => <Acts person={person} onPropose={() => void propose(person.id)} />,
                },
              ]}
            />
          )
        }
      </PanelState>
      {dialog}
    </Card>
  );
};
