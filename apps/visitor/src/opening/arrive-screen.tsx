import type { ComponentChildren } from 'preact';
import { words } from '../language/catalogue';
import { opensWords, timeWords } from '../language/time-words';
import { HelpList } from '../page/help-list';
import { usePage } from '../page/page-context';
import { ScreenHeading } from '../page/screen-heading';
import { usePassed } from '../page/use-passed';
import { useSignal } from '../page/use-signal';
import { HelpBeside, helpPosition, waitWords } from '../waiting/wait-estimate';
import type { OpeningState } from './opening-watch';

const UNREACHABLE_AFTER_MS = 10_000;
/** When it closes is said this long before (ms). */
const CLOSING_SAID_MS = 7_200_000;

interface TurnedAwayProps {
  readonly title: string;
  readonly lead: string;
  readonly again?: string;
  readonly onAgain: () => void;
  readonly children?: ComponentChildren;
}

/** No chat to be had now: never a dead end, but people who are there. */
export const TurnedAway = ({ title, lead, again = words.again, onAgain, children }: TurnedAwayProps) => (
  <div class="screen">
    <ScreenHeading text={title} />
    <p class="lead">{lead}</p>
    {children}
    <HelpList />
    <button type="button" class="quiet" onClick={onAgain}>
      {again}
    </button>
  </div>
);

interface DoorTurnsAwayProps {
  readonly door: Extract<OpeningState, { name: 'turned_away' }>;
  readonly onAgain: () => void;
}

/** When it is worth coming back, and no more exact than it is known. */
const comeBackWords = ({ opensAt, spaceAt }: DoorTurnsAwayProps['door']): string => {
  if (opensAt !== null) return opensWords(opensAt);
  return spaceAt === null ? words.later : words.space(timeWords(spaceAt));
};

export const TurnedAwayByOpening = ({ door, onAgain }: DoorTurnsAwayProps) => {
  const { visit } = usePage();
  const { why, takesUrgent } = door;
  const { title, lead } = words.turnedAway[why];
  return (
    <TurnedAway
      key={why}
      title={title}
      lead={[lead, comeBackWords(door), words.others].filter(Boolean).join(' ')}
      onAgain={onAgain}
    >
      {takesUrgent && (
        <div class="notice urgent">
          <p>{words.urgent.lead}</p>
          <button type="button" class="main" onClick={() => visit.goTo('before_you_start')}>
            {words.urgent.start}
          </button>
        </div>
      )}
    </TurnedAway>
  );
};

const closingWords = (closesAt: number | null): string =>
  closesAt !== null && closesAt - Date.now() < CLOSING_SAID_MS
    ? ` ${words.arrive.closes(timeWords(closesAt))}`
    : '';

const Open = ({ door }: { readonly door: Exclude<OpeningState, { name: 'turned_away' }> }) => {
  const { visit } = usePage();
  const isOpen = door.name === 'open';
  const place = isOpen ? helpPosition(door.wait) : null;
  const expected = isOpen && door.wait !== 'unknown' ? waitWords(door.wait).expect : words.arrive.wait;
  return (
    <div class="screen arrive">
      <ScreenHeading text={words.arrive.title} />
      <p class="lead">{words.arrive.lead}</p>
      <ul class="points">
        {words.arrive.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p class="wait">{isOpen ? expected + closingWords(door.closesAt) : words.arrive.checking}</p>
      {place === 'first' && <HelpBeside />}
      <button
        type="button"
        class="main"
        aria-disabled={!isOpen}
        onClick={() => isOpen && visit.goTo('before_you_start')}
      >
        {words.arrive.start}
      </button>
      {place === 'beside' && <HelpBeside />}
    </div>
  );
};

export const ArriveScreen = () => {
  const { visit } = usePage();
  const door = useSignal(visit.opening.state);
  const isUnreachable = usePassed(door.name === 'checking' ? door.since : null, UNREACHABLE_AFTER_MS);
  const again = (): void => visit.opening.check();
  if (door.name === 'turned_away') return <TurnedAwayByOpening door={door} onAgain={again} />;
  if (isUnreachable) return <TurnedAway key="unreachable" {...words.unreachable} onAgain={again} />;
  return <Open door={door} />;
};
