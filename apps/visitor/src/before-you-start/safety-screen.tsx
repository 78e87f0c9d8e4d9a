import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  codePoints,
  messageFlaw,
  type SafetyChoice,
  VISITOR_NAME_MAX_CODE_POINTS,
  withoutControlCharacters,
} from '@warmline/vocabulary';
import { locale, words } from '../language/catalogue';
import { usePage } from '../page/page-context';
import { ScreenHeading } from '../page/screen-heading';
import { useSignal } from '../page/use-signal';

const ANSWERS: readonly SafetyChoice[] = ['safe', 'unsure', 'danger', 'unsaid'];
/** Where only people who are not safe are taken, "I am safe" is no choice. */
const URGENT: readonly SafetyChoice[] = ['unsure', 'danger'];

/** What a reader takes for one letter or picture; whole code points on an old phone. */
const lettersOf = (text: string): readonly string[] =>
  'Segmenter' in Intl
    ? Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
    : Array.from(text);

/** Cut to what the server takes, between two letters. */
export const fitName = (text: string): string => {
  if (codePoints(text) <= VISITOR_NAME_MAX_CODE_POINTS) return text;
  let fitting = '';
  // One letter may be two units; what follows cannot fit in any case.
  for (const letter of lettersOf(text.slice(0, 2 * VISITOR_NAME_MAX_CODE_POINTS + 2))) {
    if (codePoints(fitting + letter) > VISITOR_NAME_MAX_CODE_POINTS) break;
    fitting += letter;
  }
  return fitting;
};

/** A name nobody could see is no name. A pasted one may bring characters that the server refuses. */
const shownName = (name: string): string =>
  messageFlaw(name) === 'empty_message' ? '' : withoutControlCharacters(name).trim();

/** The numbers come into view on a small phone too. The focus stays on the answer. */
const DangerNote = () => {
  const note = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => note.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={note} class="danger-note">
      <p>{words.safety.dangerNote}</p>
      <p class="row">
        <a class="call" href={locale.emergency.href}>
          {locale.emergency.shown}
        </a>
        <a class="call" href={locale.listener.href}>
          {locale.listener.name} {locale.listener.shown}
        </a>
      </p>
    </div>
  );
};

/** The service looks for this many at most. */
const WISHES_MAX = 3;

interface WishesProps {
  readonly all: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** A wish for someone who understands, with an honest word on what it means for the wait. */
const Wishes = ({ all, chosen, onChange }: WishesProps) => (
  <fieldset aria-describedby="wishes-hint">
    <legend>{words.wishes.title}</legend>
    <p id="wishes-hint" class="hint">
      {words.wishes.hint}
    </p>
    {all.map((wish) => (
      <label key={wish} class="choice">
        <input
          type="checkbox"
          checked={chosen.includes(wish)}
          disabled={!chosen.includes(wish) && chosen.length >= WISHES_MAX}
          onChange={() =>
            onChange(chosen.includes(wish) ? chosen.filter((one) => one !== wish) : [...chosen, wish])
          }
        />
        {wish}
      </label>
    ))}
  </fieldset>
);

interface AnswersProps {
  readonly all: readonly SafetyChoice[];
  readonly chosen: SafetyChoice | null;
  readonly onChange: (chosen: SafetyChoice) => void;
}

const Answers = ({ all, chosen, onChange }: AnswersProps) => (
  <fieldset aria-describedby="safety-optional">
    <legend class="unseen">{words.safety.title}</legend>
    {all.map((choice) => (
      <div key={choice}>
        <label class="choice">
          <input
            type="radio"
            name="safety"
            value={choice}
            checked={chosen === choice}
            onChange={() => onChange(choice)}
          />
          {words.safety.answers[choice]}
        </label>
        {choice === 'danger' && <div role="status">{chosen === 'danger' && <DangerNote />}</div>}
      </div>
    ))}
  </fieldset>
);

interface NameFieldProps {
  readonly name: string;
  readonly onChange: (name: string) => void;
}

/** A longer name is cut, and the page says so. */
const NameField = ({ name, onChange }: NameFieldProps) => {
  const [isCut, setCut] = useState(false);
  const { safety } = words;
  return (
    <>
      <label class="field" for="name">
        {safety.name} <small id="name-hint">{safety.nameHint}</small>
      </label>
      <input
        id="name"
        type="text"
        autocomplete="off"
        aria-describedby="name-hint"
        dir="auto"
        value={name}
        onInput={({ currentTarget }) => {
          const fitting = fitName(currentTarget.value);
          setCut(fitting !== currentTarget.value);
          onChange((currentTarget.value = fitting));
        }}
      />
      <p class="hint" role="status">
        {isCut && safety.nameCut(VISITOR_NAME_MAX_CODE_POINTS)}
      </p>
    </>
  );
};

const isBlank = (name: string, wants: readonly string[]): boolean => name.trim() === '' && wants.length === 0;

export const SafetyScreen = () => {
  const { visit } = usePage();
  const [answer, setAnswer] = useState<SafetyChoice | null>(null);
  const [name, setName] = useState('');
  const opening = useSignal(visit.opening.state);
  const isUrgent = opening.name === 'turned_away';
  const [wants, setWants] = useState<readonly string[]>([]);
  const canSkip = !isUrgent && answer === null && isBlank(name, wants);
  const { safety } = words;
  return (
    <form
      class="screen"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isUrgent || answer !== null) visit.start(answer ?? 'unsaid', shownName(name), wants);
      }}
    >
      <ScreenHeading text={safety.title} />
      <p class="lead" id="safety-optional">
        {isUrgent ? safety.needed : safety.optional}
      </p>
      <Answers all={isUrgent ? URGENT : ANSWERS} chosen={answer} onChange={setAnswer} />
      <NameField name={name} onChange={setName} />
      {opening.name === 'open' && opening.wishes.length > 0 && (
        <Wishes all={opening.wishes} chosen={wants} onChange={setWants} />
      )}
      <button type="submit" class="main" aria-disabled={isUrgent && answer === null}>
        {canSkip ? safety.skip : safety.continue}
      </button>
    </form>
  );
};
