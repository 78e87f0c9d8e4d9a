import type { LiveView } from '@warmline/contracts';
import { Dot } from '@warmline/ui';
import { presentFirst } from '../../shared/desk/present-first';
import { commonWords } from '../../shared/i18n/common-words';
import { obstacleWords } from '../../shared/i18n/obstacle-words';
import { hours } from '../../shared/i18n/spans';
import { minutesBetween } from '../../shared/page/use-now';
import { Lane, Row, type LaneProps } from './lane';
import { liveViewWords } from './live-view-words';

type Person = LiveView['people'][number];

const said = liveViewWords;

/** One pip for each unit of capacity that applies now, filled while it is in use. Words say the same. */
const Load = ({ person: { load, capacityNow } }: { readonly person: Person }) => (
  <span className="pips">
    {Array.from({ length: Math.max(Math.ceil(capacityNow), Math.ceil(load)) }, (_, at) => (
      <span key={at} className={at < load ? 'pip pip--used' : 'pip'} aria-hidden="true" />
    ))}
    <span className="lane__soft">{said.loadOf(load, capacityNow)}</span>
  </span>
);

/** Why nothing is offered to them, where the status does not say so already. */
const whyNot = ({ obstacles }: Person): string | null => {
  const [first] = obstacles.filter(({ reason }) => reason !== 'away' && reason !== 'absent');
  return first === undefined ? null : obstacleWords[first.reason];
};

const shift = ({ shiftEndsAt }: Person, now: number): string | null =>
  shiftEndsAt === null || shiftEndsAt <= now ? null : said.shiftLeft(hours(minutesBetween(now, shiftEndsAt)));

const PersonRow = ({ person, now }: { readonly person: Person; readonly now: number }) => {
  const status = person.present ? person.availability : 'gone';
  const why = whyNot(person);
  return (
    <Row
      who={
        <>
          <Dot tone={status === 'available' ? (why === null ? 'on' : 'notice') : 'off'} />{' '}
          <bdi>{person.name}</bdi>
        </>
      }
      time={shift(person, now)}
      marks={
        <>
          <span>{commonWords.present[status]}</span>
          {why === null ? null : <span className="lane__soft">{why}</span>}
          {person.role === 'supervisor' ? (
            <span className="lane__soft">{commonWords.roles.supervisor}</span>
          ) : null}
        </>
      }
      acts={<Load person={person} />}
    />
  );
};

/** The people on shift and what they hold. */
export const PeopleLane = ({ board, now }: Pick<LaneProps, 'board' | 'now'>) => {
  const people = presentFirst(board);
  return (
    <Lane name="people" title={said.people} count={people.length} none={commonWords.peopleNone}>
      {people.map((person) => (
        <PersonRow key={person.id} person={person} now={now} />
      ))}
    </Lane>
  );
};
