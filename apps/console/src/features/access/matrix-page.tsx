import { useQuery } from '@tanstack/react-query';
import type { AccessMatrix } from '@warmline/contracts';
import { Card, PanelState, Table } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { roleWords } from '../../shared/i18n/role-words';
import { useParts } from '../../shared/page/parts';
import { accessMatrixQuery } from './access-requests';
import { matrixWords } from './matrix-words';
import './access.css';

const said = matrixWords;

type Person = AccessMatrix['people'][number];
type Action = Person['actions'][number];

/** A mark for the eye, and a word for a screen reader and for paper. */
const May = ({ person, action }: { readonly person: Person; readonly action: Action }) =>
  person.actions.includes(action) ? (
    <strong>{said.may}</strong>
  ) : (
    <span className="ui-table__soft">
      <span aria-hidden="true">–</span>
      <span className="ui-unseen">{said.mayNot}</span>
    </span>
  );

/** Each person, and what their roles allow. */
export const MatrixPage = () => {
  const query = useQuery(accessMatrixQuery(useParts()));
  return (
    <div className="board setup access">
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
        {({ people }) => (
          <Card title={said.title} isTitleHidden>
            <Table
              label={said.title}
              className="setup__table access__matrix"
              rows={people}
              rowKey={({ id }) => id}
              hasRowHeaders
              columns={[
                { key: 'name', title: said.person, cell: ({ name }) => name },
                {
                  key: 'roles',
                  className: 'setup__cell',
                  title: said.roles,
                  cell: ({ role, furtherRoles }) =>
                    [role, ...furtherRoles].map((one) => roleWords[one]).join(', '),
                },
                ...said.actions.map(([action, title]) => ({
                  key: action,
                  className: 'setup__cell',
                  title,
                  isEmpty: (person: Person) => !person.actions.includes(action),
                  cell: (person: Person) => <May person={person} action={action} />,
                })),
              ]}
            />
          </Card>
        )}
      </PanelState>
    </div>
  );
};
