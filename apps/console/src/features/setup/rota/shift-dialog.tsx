import { useState } from 'react';
import { Banner, Button, Dialog, DialogFoot, OneOf, TextField } from '@warmline/ui';
import { commonWords } from '../../../shared/i18n/common-words';
import { newId, repeated, shiftMistakes, withShift, withoutShift, type DraftShift } from './rota-draft';
import { shiftProblems, type RotaTerms } from './rota-rules';
import { problemWords } from './rota-told';
import { rotaWords } from './rota-words';

const WEEKS_MOST = 26;

/** How often a shift is repeated; null for what is no such number. */
const weeksOf = (text: string): number | null => {
  const weeks = Number(text.trim() === '' ? '0' : text);
  return Number.isInteger(weeks) && weeks >= 0 && weeks <= WEEKS_MOST ? weeks : null;
};

export interface ShiftDialogProps {
  readonly shift: DraftShift;
  readonly shifts: readonly DraftShift[];
  readonly terms: RotaTerms;
  readonly onPlan: (shifts: readonly DraftShift[]) => void;
  readonly onClose: () => void;
}

const useShift = ({ shift: opened, shifts, terms, onPlan, onClose }: ShiftDialogProps) => {
  const [shift, setShift] = useState(opened);
  const [weeks, setWeeks] = useState('0');
  const [isTried, setTried] = useState(false);
  const [isCopy, setCopy] = useState(false);
  const planned = withShift(shifts, shift);
  const problem = shiftProblems(planned, terms).get(shift.id);
  const mistakes = shiftMistakes(shift, shifts);
  const times = weeksOf(weeks);
  const told = (field: keyof typeof mistakes): string | undefined => {
    const mistake = isTried ? mistakes[field] : undefined;
    if (mistake === undefined) return undefined;
    return mistake === 'twice' ? rotaWords.mistakes.twice : rotaWords.mistakes[field];
  };
  return {
    shift,
    weeks,
    setWeeks,
    isCopy,
    told,
    problem: problem === undefined ? null : problemWords(problem, terms),
    weeksMistake: isTried && times === null ? rotaWords.mistakes.repeat : undefined,
    isNew: shifts.every(({ id }) => id !== shift.id),
    change: (over: Partial<DraftShift>): void => setShift({ ...shift, ...over }),
    copy: (): void => {
      setShift({ ...shift, id: newId() });
      setCopy(true);
    },
    remove: (): void => {
      onPlan(withoutShift(shifts, shift.id));
      onClose();
    },
    plan: (): void => {
      setTried(true);
      if (Object.keys(mistakes).length > 0 || times === null) return;
      onPlan(repeated(planned, shift, times));
      onClose();
    },
  };
};

/** One shift of the plan: changed, copied, repeated or deleted. Nothing is saved before the rota is. */
export const ShiftDialog = (props: ShiftDialogProps) => {
  const { terms, onClose } = props;
  const edited = useShift(props);
  const { shift, change, told } = edited;
  return (
    <Dialog title={edited.isNew ? rotaWords.newShift : rotaWords.editShift} isOpen onClose={onClose}>
      {edited.isCopy ? <Banner>{rotaWords.copied}</Banner> : null}
      <OneOf
        label={rotaWords.person}
        choices={terms.people.map(({ signInName, name }) => ({ value: signInName, label: name }))}
        value={shift.person === '' ? null : shift.person}
        mistake={told('person')}
        onChange={(person) => change({ person })}
      />
      <TextField
        type="date"
        label={rotaWords.day}
        value={shift.day}
        mistake={told('day')}
        onChange={(day) => change({ day })}
      />
      <div className="rota__times">
        <TextField
          type="time"
          label={rotaWords.starts}
          value={shift.starts}
          mistake={told('starts')}
          onChange={(starts) => change({ starts })}
        />
        <TextField
          type="time"
          label={rotaWords.ends}
          value={shift.ends}
          hint={rotaWords.endsHint}
          mistake={told('ends')}
          onChange={(ends) => change({ ends })}
        />
      </div>
      <TextField
        label={rotaWords.repeat}
        hint={rotaWords.repeatHint}
        inputMode="numeric"
        value={edited.weeks}
        mistake={edited.weeksMistake}
        onChange={edited.setWeeks}
      />
      {edited.problem === null ? null : (
        <Banner tone="notice" icon="warn">
          {edited.problem}
        </Banner>
      )}
      <DialogFoot>
        {edited.isNew ? null : (
          <>
            <Button kind="grave" onPress={edited.remove}>
              {rotaWords.remove}
            </Button>
            <Button onPress={edited.copy}>{rotaWords.copy}</Button>
          </>
        )}
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button kind="main" onPress={edited.plan}>
          {rotaWords.toPlan}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
