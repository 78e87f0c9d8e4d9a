import type { Board } from '@warmline/contracts';
import { Dot, Empty } from '@warmline/ui';
import { words } from '../../shared/i18n/words';
import { presentFirst } from './live-view-figures';

type Person = Board['people'][number];

const Status = ({ person }: { readonly person: Person }) => {
  const status = person.present ? person.availability : 'gone';
  return (
    <span className="people__status">
      <Dot tone={status === 'available' ? 'on' : 'off'} />
      {words.board.present[status]}
    </span>
  );
};

/** Who is on, and what they hold. */
export const PeopleTable = ({ board }: { readonly board: Board }) => {
  const people = presentFirst(board);
  if (people.length === 0)
    return (
      <Empty icon="person" title={words.board.peopleNone}>
        {words.board.peopleNoneMore}
      </Empty>
    );
  return (
    <div className="table__box" tabIndex={0} role="group" aria-label={words.board.people}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.board.name}</th>
            <th scope="col">{words.board.role}</th>
            <th scope="col">{words.board.status}</th>
            <th scope="col" className="table__number">
              {words.board.load}
            </th>
            <th scope="col" className="table__number">
              {words.board.wrapUps}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className={person.present ? '' : 'table__row--soft'}>
              <th scope="row">{person.name}</th>
              <td>{words.board.roles[person.role]}</td>
              <td>
                <Status person={person} />
              </td>
              <td className="table__number">{words.board.loadOf(person.open, person.capacity)}</td>
              <td className="table__number">{person.wrapUps}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
