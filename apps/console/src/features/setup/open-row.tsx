import type { SetupList, SetupRow } from '@warmline/contracts';
import { nameOfRow } from './name-of-row';
import { RowDialog } from './row-dialog';
import { emptyRow, mergedRow, placeOf } from './row-edit';
import { setupWords } from './setup-words';
import type { Tried } from './use-list';

interface OpenRowProps {
  readonly list: SetupList;
  readonly original: SetupRow | null;
  /** What a new row says before anything is typed, beside the usual. */
  readonly given?: SetupRow;
  readonly onSave: (rows: readonly SetupRow[], isConfirmed: boolean) => Promise<Tried>;
  readonly onClose: () => void;
}

/** A row of the list as it was opened, or a new one after the last. It is found again by its key before it is saved. */
export const OpenRow = ({ list, original, given = {}, onSave, onClose }: OpenRowProps) => {
  // Of a list whose rows are always there, only what changes is sent: the others stay.
  const isAlone = list.defaults !== null;
  const found = original === null ? -1 : placeOf(list, original);
  const place = found === -1 ? list.rows.length : found;
  const rowsWith = (edited: SetupRow): SetupRow[] => {
    const row = original === null ? edited : mergedRow(list, original, edited);
    return isAlone ? [row] : Object.assign([...list.rows], { [place]: row });
  };
  return (
    <RowDialog
      list={list}
      title={
        original === null
          ? setupWords.add(setupWords.lists[list.list].one)
          : setupWords.editOf(nameOfRow(list, original))
      }
      row={original ?? { ...emptyRow(list), ...given }}
      number={isAlone ? 1 : place + 1}
      isNew={original === null}
      onSave={(edited, isConfirmed) => onSave(rowsWith(edited), isConfirmed)}
      onClose={onClose}
    />
  );
};
