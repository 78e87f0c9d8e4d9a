import { Mark, Term } from '@warmline/ui';
import type { Figure, Line } from './figures';
import { wallboardWords } from './wallboard-words';

const said = wallboardWords;

const StandingMark = ({ standing }: Pick<Line, 'standing'>) => {
  if (standing === 'none') return null;
  if (standing === 'fine')
    return (
      <Mark tone="accent" icon="check">
        {said.isFine}
      </Mark>
    );
  return (
    <Mark tone="notice" icon="warn">
      {standing === 'below' ? said.isBelow : said.isAbove}
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
      {figure.lines.map(({ text, target, standing }) => (
        <li key={text} className="tile__line">
          <bdi className="tile__text">{text}</bdi> <StandingMark standing={standing} />
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

/** The same figures as a table, with what each of them means. */
export const FigureTable = ({ figures }: { readonly figures: readonly Figure[] }) => (
  <div className="table__box" tabIndex={0} role="group" aria-label={said.title}>
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{said.figure}</th>
          <th scope="col">{said.value}</th>
          <th scope="col">{said.target}</th>
          <th scope="col">{said.definition}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ key, value, lines }) => (
          <tr key={key}>
            <th scope="row">{said.figures[key]}</th>
            <td>{[value, ...lines.map(({ text }) => text)].join(' · ')}</td>
            <td>{[...new Set(lines.flatMap(({ target }) => target ?? []))].join(' · ') || said.noTarget}</td>
            <td className="table__soft">{said.definitions[key]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
