import { useState } from 'react';
import { dayText, localTime, type LocalDay } from '@warmline/calendar';
import type { SetupList } from '@warmline/contracts';
import { instant } from '@warmline/kernel';
import { Banner, Button, Card, Empty } from '@warmline/ui';
import type { RotaProblem } from '@warmline/wellbeing';
import { PlanSaving } from '../hours/plan-saving';
import { useDraft } from '../hours/use-draft';
import type { OpenSetupList } from '../use-list';
import {
  countChanges,
  daysOf,
  mondayOf,
  newId,
  rowsOfShifts,
  shiftsOf,
  weekCopied,
  withShift,
  type DraftShift,
} from './rota-draft';
import { RotaGrid, type GridActions, type Verdict } from './rota-grid';
import { shiftProblems, weekGaps, type RotaTerms } from './rota-rules';
import { dayTold, gapsOn, problemWords, shiftTold } from './rota-told';
import { rotaWords } from './rota-words';
import { ShiftDialog } from './shift-dialog';

const DAYS = 7;

/** Whether a shift that is dragged to this person's day could be worked there. */
const verdictIn = (
  shifts: readonly DraftShift[],
  dragged: DraftShift | undefined,
  terms: RotaTerms,
): ((person: string, day: string) => Verdict) => {
  if (dragged === undefined) return () => null;
  return (person, day) => {
    const own = shifts.filter((shift) => shift.person === person);
    const problems = shiftProblems(withShift(own, { ...dragged, person, day }), terms);
    const before = shiftProblems(own, terms);
    return [...problems.keys()].some((id) => id === dragged.id || !before.has(id)) ? 'wrong' : 'fits';
  };
};

interface ProblemsProps {
  readonly shifts: readonly DraftShift[];
  readonly problems: ReadonlyMap<string, RotaProblem>;
  readonly terms: RotaTerms;
}

const Problems = ({ shifts, problems, terms }: ProblemsProps) =>
  problems.size === 0 ? null : (
    <Banner tone="notice" icon="warn">
      <strong>{rotaWords.problemsTitle}</strong>
      <ul className="rota__problems">
        {shifts.flatMap((shift) => {
          const problem = problems.get(shift.id);
          return problem === undefined
            ? []
            : [
                <li key={shift.id}>
                  {shiftTold(terms, shift)}: {problemWords(problem, terms)}
                </li>,
              ];
        })}
      </ul>
    </Banner>
  );

interface WeekBarProps {
  readonly monday: LocalDay;
  readonly thisWeek: LocalDay;
  readonly onWeek: (monday: LocalDay) => void;
  readonly onAdd: () => void;
  readonly onCopy: () => void;
}

const WeekBar = ({ monday, thisWeek, onWeek, onAdd, onCopy }: WeekBarProps) => (
  <div className="rota__bar">
    <Button size="small" onPress={() => onWeek(monday - DAYS)}>
      {rotaWords.earlier}
    </Button>
    <h2 className="rota__week" aria-live="polite">
      {rotaWords.weekOf(dayTold(dayText(monday)), dayTold(dayText(monday + DAYS - 1)))}
    </h2>
    <Button size="small" onPress={() => onWeek(monday + DAYS)}>
      {rotaWords.later}
    </Button>
    {monday === thisWeek ? null : (
      <Button size="small" kind="quiet" onPress={() => onWeek(thisWeek)}>
        {rotaWords.thisWeek}
      </Button>
    )}
    <span className="rota__space" />
    <Button onPress={onCopy}>{rotaWords.copyWeek}</Button>
    <Button kind="main" icon="plus" onPress={onAdd}>
      {rotaWords.add}
    </Button>
  </div>
);

/** What saving changes, and what then still lacks in the week that is shown. */
const sentencesOf = (
  { added, changed, removed }: ReturnType<typeof countChanges>,
  gaps: number,
): readonly string[] => {
  const told = [
    ...(removed === 0 ? [] : [rotaWords.deletes(removed)]),
    ...(changed === 0 ? [] : [rotaWords.changes(changed)]),
    ...(added === 0 ? [] : [rotaWords.adds(added)]),
  ];
  return told.length === 0 || gaps === 0 ? told : [...told, rotaWords.gapsLeft(gaps)];
};

const emptyShift = (person: string, day: string): DraftShift => ({
  id: newId(),
  person,
  day,
  starts: '18:00',
  ends: '20:00',
});

const useWeek = (terms: RotaTerms) => {
  const today = dayText(localTime(instant(terms.now), terms.hours.zone).day);
  const thisWeek = mondayOf(today);
  const [monday, setMonday] = useState(thisWeek);
  return { today, thisWeek, monday, setMonday };
};

interface RotaCardProps {
  readonly list: SetupList;
  readonly inUse: OpenSetupList;
  readonly terms: RotaTerms;
}

/** One week of the rota under edit. */
export const RotaCard = ({ list, inUse, terms }: RotaCardProps) => {
  const stored = shiftsOf(list.rows);
  const draft = useDraft(inUse, stored, { rowsOf: rowsOfShifts, outdated: rotaWords.outdated });
  const shifts = draft.draft;
  const { today, thisWeek, monday, setMonday } = useWeek(terms);
  const [open, setOpen] = useState<DraftShift | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<{ readonly person: string; readonly day: string } | null>(null);
  const [isTried, setTried] = useState(false);
  const moving = shifts.find(({ id }) => id === dragged);
  // While a shift is dragged over a day, gaps and problems are those that dropping it there would leave.
  const shown = moving === undefined || over === null ? shifts : withShift(shifts, { ...moving, ...over });
  const problems = shiftProblems(shown, terms);
  const days = daysOf(monday);
  const { gaps, hasSupervisor } = weekGaps(shown, monday, terms);
  const actions: GridActions = {
    onEdit: setOpen,
    onAdd: (person, day) => setOpen(emptyShift(person, day)),
    onDrag: setDragged,
    onOver: setOver,
    onDrop: (id, person, day) => {
      const shift = shifts.find((other) => other.id === id);
      if (shift !== undefined) draft.change(withShift(shifts, { ...shift, person, day }));
      setOver(null);
    },
  };
  const tryIt = (): boolean => {
    setTried(problems.size > 0);
    return problems.size === 0;
  };
  if (terms.people.length === 0)
    return (
      <Empty icon="person" title={rotaWords.noPeople}>
        {rotaWords.noPeopleMore}
      </Empty>
    );
  return (
    <Card title={rotaWords.title} isTitleHidden>
      <WeekBar
        monday={monday}
        thisWeek={thisWeek}
        onWeek={setMonday}
        onAdd={() => setOpen(emptyShift('', days.includes(today) ? today : (days[0] ?? '')))}
        onCopy={() => {
          draft.change(weekCopied(shifts, monday));
          setMonday(monday + DAYS);
        }}
      />
      <p className="rota__soft">
        {rotaWords.moveHint} {rotaWords.gapsHint}
      </p>
      {hasSupervisor ? null : (
        <Banner tone="notice" icon="warn">
          {rotaWords.noSupervisor}
          {terms.keepsNightRule ? ` ${rotaWords.noSupervisorAtNight}` : null}
        </Banner>
      )}
      <RotaGrid
        days={days}
        shifts={shifts}
        problems={problems}
        gaps={days.map((day) => gapsOn(day, gaps, terms))}
        verdictOf={verdictIn(shifts, moving, terms)}
        terms={terms}
        actions={actions}
      />
      <Problems shifts={shown} problems={problems} terms={terms} />
      {isTried && problems.size > 0 ? <Banner tone="grave">{rotaWords.cannotSave}</Banner> : null}
      <PlanSaving
        draft={draft}
        last={list.last}
        sentences={sentencesOf(countChanges(stored, shifts), gaps.length)}
        closes={false}
        words={rotaWords}
        onTry={tryIt}
      />
      {open === null ? null : (
        <ShiftDialog
          key={open.id}
          shift={open}
          shifts={shifts}
          terms={terms}
          onPlan={draft.change}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
};
