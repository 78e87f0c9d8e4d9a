import { useState } from 'react';
import type { SetupColumn, SetupProblem, SetupRow, SetupSheet } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, OneOf, TextField, Tick } from '@warmline/ui';
import { cellTold, columnTold, hintOf, problemTold } from '../../app/setup/setup-told';
import { words } from '../../app/words';
import type { Tried } from './use-sheet';

/** Longer cells than this get more lines. */
const LONG = 120;

interface CellFieldProps {
  readonly column: SetupColumn;
  readonly cell: string;
  readonly mistake: string | undefined;
  readonly onChange: (cell: string) => void;
}

const rowsFor = ({ most }: SetupColumn): number => {
  if (most === null || most <= LONG) return 1;
  return most > 500 ? 6 : 3;
};

const CellField = ({ column, cell, mistake, onChange }: CellFieldProps) => {
  const label = columnTold(column.name);
  const hint = hintOf(column);
  if (column.kind === 'yes_no')
    return <Tick label={label} isTicked={cell === 'yes'} onChange={(on) => onChange(on ? 'yes' : 'no')} />;
  if (column.kind === 'choice')
    return (
      <>
        <OneOf
          label={label}
          choices={column.choices.map((value) => ({ value, label: cellTold(column, value) }))}
          value={cell === '' ? null : cell}
          onChange={onChange}
        />
        {mistake === undefined ? null : <Banner tone="grave">{mistake}</Banner>}
      </>
    );
  return (
    <TextField
      label={label}
      value={cell}
      onChange={onChange}
      mistake={mistake}
      isRequired={!column.optional}
      rows={rowsFor(column)}
      {...(column.most === null || column.kind === 'whole' ? {} : { maxLength: column.most })}
      {...(hint === undefined ? {} : { hint })}
    />
  );
};

/** What a new row says before anything is typed. */
export const emptyRow = ({ columns }: SetupSheet): SetupRow =>
  Object.fromEntries(columns.map(({ name, kind }) => [name, kind === 'yes_no' ? 'yes' : '']));

export interface RowDialogProps {
  readonly sheet: SetupSheet;
  readonly title: string;
  readonly row: SetupRow;
  /** Of this row in the list that is saved, from 1. */
  readonly number: number;
  readonly onSave: (row: SetupRow) => Promise<Tried>;
  readonly onClose: () => void;
}

const UNTRIED: Omit<Tried, 'isSaved'> = { problems: [], mistake: null };

const problemOf = (problems: readonly SetupProblem[], row: number, column: string | null) =>
  problems.find((problem) => problem.row === row && problem.column === column);

/** One row, cell by cell; what cannot stand is said beside its cell, and nothing typed is lost. */
export const RowDialog = ({ sheet, title, row, number, onSave, onClose }: RowDialogProps) => {
  const [cells, setCells] = useState(row);
  const [isBusy, setBusy] = useState(false);
  const [tried, setTried] = useState<Tried | null>(null);
  const { problems, mistake } = tried ?? UNTRIED;
  const whole = problemOf(problems, number, null);
  const save = async (): Promise<void> => {
    setBusy(true);
    const came = await onSave(cells);
    setBusy(false);
    setTried(came);
    if (came.isSaved) onClose();
  };
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {sheet.columns.map((column) => {
        const problem = problemOf(problems, number, column.name);
        return (
          <CellField
            key={column.name}
            column={column}
            cell={cells[column.name] ?? ''}
            mistake={problem === undefined ? undefined : problemTold(problem)}
            onChange={(cell) => setCells((now) => ({ ...now, [column.name]: cell }))}
          />
        );
      })}
      {mistake === null ? null : (
        <Banner tone="grave">{whole === undefined ? mistake : problemTold(whole)}</Banner>
      )}
      <DialogFoot>
        <Button onPress={onClose}>{words.frame.cancel}</Button>
        <Button kind="main" isBusy={isBusy} onPress={() => void save()}>
          {isBusy ? words.setup.saving : words.setup.save}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
