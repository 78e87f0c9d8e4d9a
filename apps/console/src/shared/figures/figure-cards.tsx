import { Mark, Term } from '@warmline/ui';
import type { Figure, Line } from './figure';
import { figureWords } from './figure-words';
import './figures.css';

const said = figureWords;

const StatusMark = ({ status, target }: Pick<Line, 'status' | 'target'>) => {
  if (status === 'none') return null;
  if (status === 'fine')
    return (
      <Mark tone="accent" icon="check">
        {said.isFine}
      </Mark>
    );
  const word = status === 'below' ? said.isBelow : said.isAbove;
  return (
    <Mark tone="notice" icon="warn">
      {target === null ? said.needsLook : word}
    </Mark>
  );
};

const Lines = ({ figure }: { readonly figure: Figure }) => (
  <ul className="tile__lines">
    {figure.lines.map(({ text, target, status }) => (
      <li key={text} className="tile__line">
        <bdi className="tile__text">{text}</bdi> <StatusMark status={status} target={target} />
        {target === null ? null : <bdi className="tile__target">{target}</bdi>}
      </li>
    ))}
  </ul>
);

const Card = ({ figure }: { readonly figure: Figure }) => (
  <li className="tile">
    <h3 className="tile__title">
      <Term word={figure.title} label={said.means(figure.title)}>
        {figure.definition}
      </Term>
    </h3>
    <p className="tile__value">
      <bdi>{figure.value}</bdi>
    </p>
    <Lines figure={figure} />
  </li>
);

/** Figures to look at, each a number, words and what it should be; a press says what it means. */
export const FigureCards = ({ figures }: { readonly figures: readonly Figure[] }) => (
  <ul className="tiles">
    {figures.map((figure) => (
      <Card key={figure.key} figure={figure} />
    ))}
  </ul>
);

/** Figures to read: each a number, how it is made up, and what it means. */
export const FigureRows = ({ figures }: { readonly figures: readonly Figure[] }) => (
  <ul className="figure-rows">
    {figures.map((figure) => (
      <li key={figure.key} className="figure-row">
        <div>
          <h3 className="tile__title">{figure.title}</h3>
          <p className="tile__value">
            <bdi>{figure.value}</bdi>
          </p>
        </div>
        <Lines figure={figure} />
        <p className="figure-row__meaning">{figure.definition}</p>
      </li>
    ))}
  </ul>
);
