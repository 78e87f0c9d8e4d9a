import { useState } from 'react';
import type { SetupProblem, SetupRow, SetupList } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { CellField } from './cell-field';
import { RowChanges } from './row-changes';
import { asTyped } from './row-edit';
import { isSaid, SaidCells, WordingPreview } from './said-cells';
import { problemTold } from './setup-told';
import { setupWords } from './setup-words';
import type { Tried } from './use-list';

export interface RowDialogProps {
  readonly list: SetupList;
  readonly title: string;
  readonly row: SetupRow;
  /** Of this row in the list that is saved, from 1. */
  readonly number: number;
  /** Not in the list yet. */
  readonly isNew: boolean;
  readonly onSave: (row: SetupRow, isConfirmed: boolean) => Promise<Tried>;
  readonly onClose: () => void;
}

const UNTRIED: Omit<Tried, 'isSaved'> = { problems: [], mistake: null, isAsked: false, others: [] };

const problemOf = (problems: readonly SetupProblem[], row: number, column: string | null) =>
  problems.find((problem) => problem.row === row && problem.column === column);

/** Edits one row, cell by cell. A mistake is shown beside its cell, and nothing typed is lost. */
export const RowDialog = ({ list, title, row, number, isNew, onSave, onClose }: RowDialogProps) => {
  const [cells, setCells] = useState(() => asTyped(list, row));
  const [isBusy, setBusy] = useState(false);
  const [tried, setTried] = useState<Tried | null>(null);
  const { problems, mistake, isAsked, others } = tried ?? UNTRIED;
  const whole = problemOf(problems, number, null);
  const written = list.columns.filter((column) => !isSaid(list, column, isNew));
  const save = async (): Promise<void> => {
    setBusy(true);
    const came = await onSave(cells, isAsked);
    setBusy(false);
    setTried(came);
    if (came.isSaved) onClose();
  };
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <SaidCells columns={list.columns.filter((column) => isSaid(list, column, isNew))} row={row} />
      {written.map((column) => {
        const problem = problemOf(problems, number, column.name);
        return (
          <CellField
            key={column.name}
            column={column}
            cell={cells[column.name] ?? ''}
            mistake={problem === undefined ? undefined : problemTold(problem)}
            onChange={(cell) => {
              setCells((now) => ({ ...now, [column.name]: cell }));
              // What was asked was about the row as it was.
              if (isAsked) setTried(null);
            }}
          />
        );
      })}
      {list.list === 'wording' ? <WordingPreview row={cells} /> : null}
      {mistake === null ? null : (
        <Banner tone="grave">{whole === undefined ? mistake : problemTold(whole)}</Banner>
      )}
      {others.length === 0 ? null : (
        <RowChanges list={list} label={setupWords.othersChanged} changes={others} />
      )}
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button kind={isAsked ? 'grave' : 'main'} isBusy={isBusy} onPress={() => void save()}>
          {isBusy ? setupWords.saving : isAsked ? setupWords.saveAnyway : setupWords.save}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
