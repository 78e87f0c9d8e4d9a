import { HelpList } from '../parts/help-list';
import { usePage } from '../parts/page-context';
import { ScreenHeading } from '../parts/screen-heading';
import { useCell } from '../parts/use-cell';
import { usePassed } from '../parts/use-passed';
import { words } from '../words/words';

const UNREACHABLE_AFTER_MS = 10_000;

interface TurnedAwayProps {
  readonly title: string;
  readonly lead: string;
  readonly again: string;
  readonly onAgain: () => void;
}

/** No chat to be had now: never a dead end, but people who are there. */
export const TurnedAway = ({ title, lead, again, onAgain }: TurnedAwayProps) => (
  <div class="screen">
    <ScreenHeading text={title} />
    <p class="lead">{lead}</p>
    <HelpList />
    <button type="button" class="quiet" onClick={onAgain}>
      {again}
    </button>
  </div>
);

export const ArriveScreen = () => {
  const { visit } = usePage();
  const door = useCell(visit.door.state);
  const isUnreachable = usePassed(door.name === 'checking' ? door.since : null, UNREACHABLE_AFTER_MS);
  const again = (): void => visit.door.look();
  if (door.name === 'closed') return <TurnedAway key="closed" {...words.closed} onAgain={again} />;
  if (isUnreachable) return <TurnedAway key="unreachable" {...words.unreachable} onAgain={again} />;
  const isOpen = door.name === 'open';
  return (
    <div class="screen arrive">
      <ScreenHeading text={words.arrive.title} />
      <p class="lead">{words.arrive.lead}</p>
      <ul class="points">
        {words.arrive.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p class="wait">{isOpen ? words.arrive.wait : words.arrive.checking}</p>
      <button
        type="button"
        class="main"
        aria-disabled={!isOpen}
        onClick={() => isOpen && visit.goTo('before_you_start')}
      >
        {words.arrive.start}
      </button>
    </div>
  );
};
