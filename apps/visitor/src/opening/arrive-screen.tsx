import type { ComponentChildren } from 'preact';
import { TellUs } from '../complaint/tell-us';
import { words } from '../language/catalogue';
import { opensWords, timeWords } from '../language/time-words';
import { HelpList } from '../page/help-list';
import { usePage } from '../page/page-context';
import { ScreenHeading } from '../page/screen-heading';
import { usePassed } from '../page/use-passed';
import { useSignal } from '../page/use-signal';
import { PrivacyLink } from '../privacy/privacy-link';
import { HelpBeside, helpPosition, waitWords } from '../waiting/wait-estimate';
import type { OpeningState } from './opening-watch';

const UNREACHABLE_AFTER_MS = 10_000;
/** The closing time is said from this long before it (ms). */
const CLOSING_SAID_MS = 7_200_000;

interface TurnedAwayProps {
  readonly title: string;
  readonly lead: string;
  readonly again?: string;
  readonly onAgain: () => void;
  readonly children?: ComponentChildren;
}

/** There is no chat now. Never a dead end: it shows people who are there. */
export const TurnedAway = ({ title, lead, again = words.again, onAgain, children }: TurnedAwayProps) => (
  <div class="screen">
    <ScreenHeading text={title} />
    <p class="lead">{lead}</p>
    {children}
    <HelpList />
    <button type="button" class="quiet" onClick={onAgain}>
      {again}
    </button>
    <TellUs />
  </div>
);

interface TurnedAwayByOpeningProps {
  readonly opening: Extract<OpeningState, { name: 'turned_away' }>;
  readonly onAgain: () => void;
}

/** When it is worth coming back, no more exactly than the service knows. */
const comeBackWords = ({ opensAt, spaceAt }: TurnedAwayByOpeningProps['opening']): string => {
  if (opensAt !== null) return opensWords(opensAt);
  return spaceAt === null ? words.later : words.space(timeWords(spaceAt));
};

export const TurnedAwayByOpening = ({ opening, onAgain }: TurnedAwayByOpeningProps) => {
  const { visit } = usePage();
  const { why, takesUrgent, holiday } = opening;
  const { title, lead } = words.turnedAway[why];
  return (
    <TurnedAway
      key={why}
      title={title}
      lead={[holiday === undefined ? '' : words.holiday(holiday), lead, comeBackWords(opening), words.others]
        .filter(Boolean)
        .join(' ')}
      onAgain={onAgain}
    >
      {takesUrgent && (
        <div class="notice urgent">
          <p>{words.urgent.lead}</p>
          <button type="button" class="main" onClick={() => visit.start('danger', '')}>
            {words.urgent.start}
          </button>
          <button type="button" class="quiet" onClick={() => visit.goTo('before_you_start')}>
            {words.urgent.unsure}
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

const Open = ({ opening }: { readonly opening: Exclude<OpeningState, { name: 'turned_away' }> }) => {
  const { visit } = usePage();
  const isOpen = opening.name === 'open';
  const helpAt = isOpen ? helpPosition(opening.wait) : null;
  const expected = isOpen && opening.wait !== 'unknown' ? waitWords(opening.wait).expect : words.arrive.wait;
  return (
    <div class="screen arrive">
      <ScreenHeading text={words.arrive.title} />
      <p class="lead">{words.arrive.lead}</p>
      <ul class="points">
        {words.arrive.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p class="wait">{isOpen ? expected + closingWords(opening.closesAt) : words.arrive.checking}</p>
      {helpAt === 'first' && <HelpBeside />}
      <button
        type="button"
        class="main"
        aria-disabled={!isOpen}
        onClick={() => isOpen && visit.goTo('before_you_start')}
      >
        {words.arrive.start}
      </button>
      {helpAt === 'beside' && <HelpBeside />}
      <PrivacyLink />
    </div>
  );
};

export const ArriveScreen = () => {
  const { visit } = usePage();
  const opening = useSignal(visit.opening.state);
  const isUnreachable = usePassed(opening.name === 'checking' ? opening.since : null, UNREACHABLE_AFTER_MS);
  const again = (): void => visit.opening.check();
  if (opening.name === 'turned_away') return <TurnedAwayByOpening opening={opening} onAgain={again} />;
  if (isUnreachable) return <TurnedAway key="unreachable" {...words.unreachable} onAgain={again} />;
  return <Open opening={opening} />;
};
