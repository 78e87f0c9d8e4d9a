import type { LiveView } from '@warmline/contracts';
import { Dot, Empty } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { presentFirst } from './live-view-figures';
import { liveViewWords } from './live-view-words';

type Person = LiveView['people'][number];

const Status = ({ person }: { readonly person: Person }) => {
  const status = person.present ? person.availability : 'gone';
  return (
    <span className="people__status">
      <Dot tone={status === 'available' ? 'on' : 'off'} />
      {commonWords.present[status]}
    </span>
  );
};

/** Who is on, and what they hold. */
export const PeopleTable = ({ board }: { readonly board: LiveView }) => {
  const people = presentFirst(board);
  if (people.length === 0)
    return (
      <Empty icon="person" title={commonWords.peopleNone}>
        {commonWords.peopleNoneMore}
      </Empty>
    );
  return (
    <div className="table__box" tabIndex={0} role="group" aria-label={liveViewWords.people}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{commonWords.name}</th>
            <th scope="col">{liveViewWords.role}</th>
            <th scope="col">{commonWords.status}</th>
            <th scope="col" className="table__number">
              {liveViewWords.load}
            </th>
            <th scope="col" className="table__number">
              {liveViewWords.wrapUps}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className={person.present ? '' : 'table__row--soft'}>
              <th scope="row">{person.name}</th>
              <td>{commonWords.roles[person.role]}</td>
              <td>
                <Status person={person} />
              </td>
              <td className="table__number">{liveViewWords.loadOf(person.open, person.capacity)}</td>
              <td className="table__number">{person.wrapUps}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
