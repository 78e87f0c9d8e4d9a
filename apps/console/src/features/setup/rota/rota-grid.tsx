import { useRef } from 'react';
import { useDrag } from 'react-aria-components/useDrag';
import { useDrop } from 'react-aria-components/useDrop';
import { Button, Icon } from '@warmline/ui';
import type { RotaProblem } from '@warmline/wellbeing';
import type { DraftShift } from './rota-draft';
import type { RotaPerson, RotaTerms } from './rota-rules';
import { dayHead, dayTold, problemWords, shiftNamed, shiftTold } from './rota-told';
import { rotaWords } from './rota-words';

/** What a dragged shift is called among the data of a drag. */
const SHIFT = 'application/x-warmline-shift';

/** What people do in the grid. */
export interface GridActions {
  readonly onEdit: (shift: DraftShift) => void;
  readonly onAdd: (person: string, day: string) => void;
  /** A shift was dropped on a person's day. */
  readonly onDrop: (id: string, person: string, day: string) => void;
  readonly onDrag: (id: string | null) => void;
  /** The day over which a shift is dragged; null for none. */
  readonly onOver: (over: { readonly person: string; readonly day: string } | null) => void;
}

interface ShiftProps {
  readonly shift: DraftShift;
  readonly problem: RotaProblem | undefined;
  readonly terms: RotaTerms;
  readonly actions: GridActions;
}

const Shift = ({ shift, problem, terms, actions }: ShiftProps) => {
  const told = shiftTold(terms, shift);
  const { dragProps, dragButtonProps, isDragging } = useDrag({
    hasDragButton: true,
    getItems: () => [{ [SHIFT]: shift.id, 'text/plain': told }],
    getAllowedDropOperations: () => ['move'],
    onDragStart: () => actions.onDrag(shift.id),
    onDragEnd: () => actions.onDrag(null),
  });
  const shape = `${problem === undefined ? '' : ' rota__shift--wrong'}${isDragging ? ' rota__shift--dragged' : ''}`;
  return (
    <div {...dragProps} className={`rota__shift${shape}`}>
      <Button
        {...dragButtonProps}
        size="small"
        kind="quiet"
        icon="grip"
        iconOnly
        aria-label={rotaWords.move(told)}
      />
      <button
        type="button"
        className="rota__open"
        aria-label={rotaWords.edit(shiftNamed(terms, shift))}
        onClick={() => actions.onEdit(shift)}
      >
        {problem === undefined ? null : <Icon name="warn" size={14} />}
        {rotaWords.shift(shift.starts, shift.ends)}
      </button>
      {problem === undefined ? null : <span className="ui-unseen">{problemWords(problem, terms)}</span>}
    </div>
  );
};

/** Whether the shift that is dragged could be worked on this day. */
export type Verdict = 'fits' | 'wrong' | null;

interface CellProps {
  readonly person: RotaPerson;
  readonly day: string;
  readonly shifts: readonly DraftShift[];
  readonly problems: ReadonlyMap<string, RotaProblem>;
  readonly verdict: Verdict;
  readonly terms: RotaTerms;
  readonly actions: GridActions;
}

const Cell = ({ person, day, shifts, problems, verdict, terms, actions }: CellProps) => {
  const cell = useRef<HTMLTableCellElement>(null);
  const { signInName, name } = person;
  const { dropProps, dropButtonProps, isDropTarget } = useDrop({
    ref: cell,
    hasDropButton: true,
    getDropOperation: (types) => (types.has(SHIFT) ? 'move' : 'cancel'),
    onDropEnter: () => actions.onOver({ person: signInName, day }),
    onDropExit: () => actions.onOver(null),
    onDrop: ({ items }) => {
      const [item] = items;
      if (item?.kind !== 'text') return;
      void item.getText(SHIFT).then((id) => actions.onDrop(id, signInName, day));
    },
  });
  const shape = `${verdict === null ? '' : ` rota__cell--${verdict}`}${isDropTarget ? ' rota__cell--over' : ''}`;
  return (
    <td
      {...dropProps}
      ref={cell}
      className={`rota__cell${shape}`}
      data-day={dayHead(day)}
      data-empty={shifts.length === 0 ? '' : undefined}
    >
      {shifts.map((shift) => (
        <Shift
          key={shift.id}
          shift={shift}
          problem={problems.get(shift.id)}
          terms={terms}
          actions={actions}
        />
      ))}
      {verdict === null ? null : (
        <span className="rota__verdict">
          <Icon name={verdict === 'fits' ? 'check' : 'warn'} size={16} />
          <span className="ui-unseen">{verdict === 'fits' ? rotaWords.fits : rotaWords.doesNotFit}</span>
        </span>
      )}
      <Button
        {...dropButtonProps}
        size="small"
        kind="quiet"
        icon="plus"
        iconOnly
        aria-label={rotaWords.addOn(name, dayTold(day))}
        onPress={() => actions.onAdd(signInName, day)}
      />
    </td>
  );
};

export interface RotaGridProps {
  readonly days: readonly string[];
  readonly shifts: readonly DraftShift[];
  readonly problems: ReadonlyMap<string, RotaProblem>;
  /** Of each day, in words. */
  readonly gaps: readonly (readonly string[])[];
  readonly verdictOf: (person: string, day: string) => Verdict;
  readonly terms: RotaTerms;
  readonly actions: GridActions;
}

const Gaps = ({ days, gaps }: Pick<RotaGridProps, 'days' | 'gaps'>) => (
  <tr className="rota__gaps">
    <th scope="row">{rotaWords.gaps}</th>
    {days.map((day, index) => (
      <td key={day} className="rota__gap" data-day={dayHead(day)}>
        {(gaps[index] ?? []).length === 0 ? (
          <span className="rota__soft">{rotaWords.noGaps}</span>
        ) : (
          gaps[index]?.map((gap) => <span key={gap}>{gap}</span>)
        )}
      </td>
    ))}
  </tr>
);

/** A week: a row a person, a column a day. Below, when too few are planned. */
export const RotaGrid = ({ days, shifts, problems, gaps, verdictOf, terms, actions }: RotaGridProps) => (
  <div className="rota__box" tabIndex={0} role="group" aria-label={rotaWords.week}>
    <table className="rota__table">
      <thead>
        <tr>
          <th scope="col">{rotaWords.person}</th>
          {days.map((day) => (
            <th key={day} scope="col">
              {dayHead(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Gaps days={days} gaps={gaps} />
        {terms.people.map((person) => (
          <tr key={person.signInName}>
            <th scope="row">
              <bdi>{person.name}</bdi>
              {person.role === 'supervisor' ? (
                <span className="rota__soft">{rotaWords.supervisor}</span>
              ) : null}
            </th>
            {days.map((day) => (
              <Cell
                key={day}
                person={person}
                day={day}
                shifts={shifts.filter((shift) => shift.person === person.signInName && shift.day === day)}
                problems={problems}
                verdict={verdictOf(person.signInName, day)}
                terms={terms}
                actions={actions}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
