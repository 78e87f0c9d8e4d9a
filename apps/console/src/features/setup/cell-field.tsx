import type { SetupColumn } from '@warmline/contracts';
import { Banner, OneOf, SomeOf, TextField, Tick } from '@warmline/ui';
import { cellTold, columnTold, hintOf, itemsOf } from './setup-told';
import { setupWords } from './setup-words';

/** Longer cells than this get more lines. */
const LONG = 120;

export interface CellFieldProps {
  readonly column: SetupColumn;
  readonly cell: string;
  readonly mistake: string | undefined;
  readonly onChange: (cell: string) => void;
}

/** A text that may be long has a taller box; of a whole number `most` is the largest, not the longest. */
const rowsFor = ({ kind, most }: SetupColumn): number => {
  if (kind === 'whole' || most === null || most <= LONG) return 1;
  return most > 500 ? 6 : 3;
};

const Mistake = ({ mistake }: Pick<CellFieldProps, 'mistake'>) =>
  mistake === undefined ? null : <Banner tone="grave">{mistake}</Banner>;

const SomeChoices = ({ column, cell, mistake, onChange }: CellFieldProps) => {
  const values = itemsOf(cell);
  // What is named and is no choice any more can be taken away, and is not lost by looking.
  const all = [...column.choices, ...values.filter((value) => !column.choices.includes(value))];
  return (
    <>
      <SomeOf
        label={columnTold(column.name)}
        choices={all.map((value) => ({ value, label: cellTold(column, value) }))}
        values={values}
        onChange={(chosen) => onChange(chosen.join('; '))}
      />
      <Mistake mistake={mistake} />
    </>
  );
};

const OneChoice = ({ column, cell, mistake, onChange }: CellFieldProps) => {
  const all = [...column.choices, ...(cell === '' || column.choices.includes(cell) ? [] : [cell])];
  const choices = all.map((value) => ({ value, label: cellTold(column, value) }));
  return (
    <>
      <OneOf
        label={columnTold(column.name)}
        choices={column.optional ? [{ value: '', label: setupWords.unset }, ...choices] : choices}
        value={cell === '' && !column.optional ? null : cell}
        onChange={onChange}
      />
      <Mistake mistake={mistake} />
    </>
  );
};

const Typed = ({ column, cell, mistake, onChange }: CellFieldProps) => {
  const hint = hintOf(column);
  return (
    <TextField
      label={columnTold(column.name)}
      value={cell}
      onChange={onChange}
      mistake={mistake}
      isRequired={!column.optional}
      rows={rowsFor(column)}
      {...(column.most === null || column.kind === 'whole' || column.kind === 'list'
        ? {}
        : { maxLength: column.most })}
      {...(hint === undefined ? {} : { hint })}
    />
  );
};

/** One cell under the pen, in the shape of what may stand in it. */
export const CellField = (props: CellFieldProps) => {
  const { column, cell, onChange } = props;
  const hint = hintOf(column);
  if (column.kind === 'yes_no')
    return (
      <>
        <Tick
          label={columnTold(column.name)}
          isTicked={cell === 'yes'}
          {...(hint === undefined ? {} : { hint })}
          onChange={(on) => onChange(on ? 'yes' : 'no')}
        />
        <Mistake mistake={props.mistake} />
      </>
    );
  if (column.choices.length === 0) return <Typed {...props} />;
  return column.kind === 'list' ? <SomeChoices {...props} /> : <OneChoice {...props} />;
};
