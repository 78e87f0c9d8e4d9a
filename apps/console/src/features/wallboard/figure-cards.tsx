import { Mark, Table, type TableColumn, Term } from '@warmline/ui';
import type { Figure, Line } from './figures';
import { wallboardWords } from './wallboard-words';

const said = wallboardWords;

const StatusMark = ({ status }: { readonly status: Line['status'] }) => {
  if (status === 'none') return null;
  if (status === 'fine')
    return (
      <Mark tone="accent" icon="check">
        {said.isFine}
      </Mark>
    );
  return (
    <Mark tone="notice" icon="warn">
      {status === 'below' ? said.isBelow : said.isAbove}
    </Mark>
  );
};

const Card = ({ figure }: { readonly figure: Figure }) => (
  <li className="tile">
    <h3 className="tile__title">
      <Term word={said.figures[figure.key]} label={said.means(said.figures[figure.key])}>
        {said.definitions[figure.key]}
      </Term>
    </h3>
    <p className="tile__value">
      <bdi>{figure.value}</bdi>
    </p>
    <ul className="tile__lines">
      {figure.lines.map(({ text, target, status }) => (
        <li key={text} className="tile__line">
          <bdi className="tile__text">{text}</bdi> <StatusMark status={status} />
          {target === null ? null : <bdi className="tile__target">{target}</bdi>}
        </li>
      ))}
    </ul>
  </li>
);

/** At most eight figures, each a number, words and what it should be. */
export const FigureCards = ({ figures }: { readonly figures: readonly Figure[] }) => (
  <ul className="tiles">
    {figures.map((figure) => (
      <Card key={figure.key} figure={figure} />
    ))}
  </ul>
);

const COLUMNS: readonly TableColumn<Figure>[] = [
  { key: 'figure', title: said.figure, cell: ({ key }) => said.figures[key] },
  {
    key: 'value',
    title: said.value,
    cell: ({ value, lines }) => [value, ...lines.map(({ text }) => text)].join(' · '),
  },
  {
    key: 'target',
    title: said.target,
    cell: ({ lines }) =>
      [...new Set(lines.flatMap(({ target }) => target ?? []))].join(' · ') || said.noTarget,
  },
  {
    key: 'definition',
    title: said.definition,
    className: 'ui-table__soft',
    cell: ({ key }) => said.definitions[key],
  },
];

/** The same figures as a table, with what each of them means. */
export const FigureTable = ({ figures }: { readonly figures: readonly Figure[] }) => (
  <Table label={said.title} columns={COLUMNS} rows={figures} rowKey={({ key }) => key} />
);
