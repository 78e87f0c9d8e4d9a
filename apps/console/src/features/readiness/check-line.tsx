import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReadinessView } from '@warmline/contracts';
import { Button, Icon } from '@warmline/ui';
import type { ReadinessCheck, ReadinessConfirmation } from '@warmline/vocabulary';
import { momentWords } from '../../shared/i18n/moment-words';
import { readinessWords as said } from './readiness-words';

type Line = ReadinessView['lines'][number];

/** What a person says of a line, where only a person can. */
const CONFIRMED_AS: Partial<Record<ReadinessCheck, ReadinessConfirmation>> = {
  numbers: 'numbers',
  wording: 'wording',
  backup: 'backup',
  hours: 'always_open',
};

interface Cure {
  readonly to: string;
  readonly name: string;
}

type Known = (line: Line, when: string) => string | null;

const byWhom: Known = ({ by }, when) => (by === null ? null : said.said(by, when));

/** What is known beside a person's word. */
const KNOWN: Partial<Record<ReadinessCheck, Known>> = {
  administrators: ({ count }) => said.administrators(count ?? 0),
  second_factors: ({ count, isDone }) => (isDone ? null : said.secondFactors(count ?? 0)),
  responders: ({ count }) => said.responders(count ?? 0),
  first_shift: ({ at }, when) => (at === null ? said.noShift : said.firstShift(when)),
};

const whatIsKnown = (line: Line, now: number): string | null => {
  const { check, at, by, isOutdated } = line;
  const when = at === null ? '' : momentWords(at, now);
  if (isOutdated && by !== null) return said.outdated(by, when);
  return (KNOWN[check] ?? byWhom)(line, when);
};

interface CheckLineProps {
  readonly line: Line;
  readonly now: number;
  /** Null where this page is all there is. */
  readonly cure: Cure | null;
  readonly isBusy: boolean;
  readonly onConfirm: (what: ReadinessConfirmation) => void;
}

const stateTold = ({ isAsked, isDone, isNeeded }: Line): string => {
  if (!isAsked) return said.notAsked;
  if (isDone) return said.done;
  return isNeeded ? said.needed : said.advised;
};

/** One line of the list: what it is, whether it is done and since when, and what cures it. */
export const CheckLine = ({ line, now, cure, isBusy, onConfirm }: CheckLineProps): ReactNode => {
  const { check, isAsked } = line;
  const isDone = line.isDone && isAsked;
  const what = line.isDone ? undefined : CONFIRMED_AS[check];
  const known = whatIsKnown(line, now);
  return (
    <li className="ready__line" data-done={isDone || undefined}>
      <span className="ready__state">
        {isAsked ? <Icon name={isDone ? 'check' : 'warn'} /> : null}
        <span>{stateTold(line)}</span>
      </span>
      <div className="ready__words">
        <h2>{said.titles[check]}</h2>
        {line.isDone ? null : <p>{said.todo[check]}</p>}
        {known === null ? null : <p className="ready__known">{known}</p>}
        <div className="ready__acts">
          {cure === null ? null : <Link to={cure.to}>{said.goTo(cure.name)}</Link>}
          {what === undefined ? null : (
            <Button size="small" isDisabled={isBusy} onPress={() => onConfirm(what)}>
              {said.confirm[what]}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
};
export type { Cure };
