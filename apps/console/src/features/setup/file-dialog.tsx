import { useRef, useState } from 'react';
import type { SetupAnswer, SetupList } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, OneOf, TextField, Waiting } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { decodeFile, type FileEncoding } from './file-encoding';
import { ProblemsTable } from './problems-table';
import { RowChanges } from './row-changes';
import { unreadableTold } from './setup-told';
import { setupWords } from './setup-words';
import type { FileMode, FileText, OpenSetupList, Tried } from './use-list';

/** Characters: the service reads no more. */
const FILE_MAX = 1_000_000;
/** Bytes that so many characters can take. */
const BYTES_MAX = 4 * FILE_MAX;

interface Chosen {
  readonly name: string;
  readonly file: FileText;
  readonly encoding: FileEncoding;
}

/** What saving the file does, in counts of what the list holds: "Adds 1 shift", "Deletes 60 shifts". */
const effectsOf = (
  { list }: SetupList,
  { added, changed, removed }: Readonly<Record<'added' | 'changed' | 'removed', number>>,
): readonly string[] => {
  const { one, many } = setupWords.lists[list];
  const counted = (count: number): string => (count === 1 ? one.replace(/^an? /, '1 ') : `${count} ${many}`);
  return [
    ...(added === 0 ? [] : [setupWords.adds(counted(added))]),
    ...(changed === 0 ? [] : [setupWords.changes(counted(changed))]),
    ...(removed === 0 ? [] : [setupWords.deletes(counted(removed))]),
  ];
};

interface EffectsProps {
  readonly list: SetupList;
  readonly checked: Extract<SetupAnswer, { outcome: 'checked' }>;
}

/** Whose role or account a second person has to agree to. */
const WaitsLine = ({ names }: { readonly names: readonly string[] }) =>
  names.length === 0 ? null : <p>{setupWords.waits(names)}</p>;

/** What saving the file does. Deleting is shown in the gravest tone. */
const Effects = ({ list, checked }: EffectsProps) => {
  const { added, changed, removed, moved, waiting } = checked;
  const effects = effectsOf(list, checked);
  if (effects.length === 0 && !moved && waiting.length === 0)
    return <Banner>{setupWords.checkNothing}</Banner>;
  return (
    <Banner tone={removed === 0 ? 'calm' : 'grave'} icon={removed === 0 ? 'check' : 'warn'}>
      {effects.length === 0 ? (
        moved && <p>{setupWords.onlyOrder}</p>
      ) : (
        <>
          <p>{setupWords.checkLead}</p>
          <ul className="setup__effects">
            {effects.map((effect) => (
              <li key={effect}>
                <strong>{effect}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      <WaitsLine names={waiting} />
      {list.removable ? null : <p>{setupWords.keepsAll}</p>}
      {checked.rows.length === 0 ? null : (
        <RowChanges
          list={list}
          label={setupWords.rowsOfFile}
          changes={checked.rows}
          count={added + changed + removed}
        />
      )}
    </Banner>
  );
};

const Checked = ({ list, checked }: { readonly list: SetupList; readonly checked: SetupAnswer | null }) => {
  if (checked === null) return <Banner tone="grave">{setupWords.notSaved}</Banner>;
  switch (checked.outcome) {
    case 'checked':
      return <Effects list={list} checked={checked} />;
    case 'unreadable':
      return <Banner tone="grave">{unreadableTold(checked)}</Banner>;
    case 'problems':
      return (
        <>
          <Banner tone="grave">{setupWords.problemsLead(checked.count)}</Banner>
          <ProblemsTable problems={checked.problems} count={checked.count} />
        </>
      );
    case 'outdated':
    case 'in_conversation':
    case 'deletes':
    case 'undo_over':
    case 'saved':
      return <Banner tone="notice">{setupWords.fileOutdated}</Banner>;
  }
};

/** Any bytes are a text in Windows-1252, so only a person can say whether it was that. */
const EncodingNotice = ({ encoding }: { readonly encoding: FileEncoding | undefined }) =>
  encoding === 'windows-1252' ? (
    <Banner tone="notice" icon="warn">
      {setupWords.olderEncoding}
    </Banner>
  ) : null;

type CheckState = SetupAnswer | null | 'not_yet' | 'checking' | 'too_big';

/** What choosing a file leads to: it is looked at first, and saved by another press. */
const useFile = (inUse: OpenSetupList, onSaved: () => void) => {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [checked, setChecked] = useState<CheckState>('not_yet');
  const [isBusy, setBusy] = useState(false);
  const [mode, setMode] = useState<FileMode>('add');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState<Tried | null>(null);
  const check = async (file: FileText, as: FileMode): Promise<void> => {
    setTyped('');
    setTried(null);
    setChecked('checking');
    setChecked(await inUse.check(file, as));
  };
  const choose = async (picked: File | undefined): Promise<void> => {
    if (picked === undefined) return;
    setTried(null);
    setChosen(null);
    if (picked.size > BYTES_MAX) return setChecked('too_big');
    const { text, encoding } = decodeFile(new Uint8Array(await picked.arrayBuffer()));
    const file = { format: picked.name.toLowerCase().endsWith('.json') ? 'json' : 'csv', text } as const;
    setChosen({ name: picked.name, file, encoding });
    if (text.length > FILE_MAX) return setChecked('too_big');
    await check(file, mode);
  };
  const deletes = deletedBy(checked);
  return {
    chosen,
    checked,
    isBusy,
    mode,
    typed,
    setTyped,
    deletes,
    isAsked: tried?.isAsked ?? false,
    mistake: tried?.mistake ?? null,
    canSave: canBeSaved(checked) && (deletes === 0 || typed.trim() === String(deletes)),
    choose,
    setMode: (as: FileMode): void => {
      setMode(as);
      if (chosen !== null && checked !== 'too_big') void check(chosen.file, as);
    },
    save: async (): Promise<void> => {
      if (chosen === null) return;
      setBusy(true);
      const came = await inUse.take({ ...chosen.file, mode, deletes }, tried?.isAsked);
      setBusy(false);
      setTried(came);
      if (came.isSaved) onSaved();
    },
  };
};

/** How many rows saving the file would delete. */
const deletedBy = (checked: CheckState): number =>
  typeof checked === 'object' && checked?.outcome === 'checked' ? checked.removed : 0;

const canBeSaved = (checked: CheckState): boolean =>
  typeof checked === 'object' && checked?.outcome === 'checked';

type FileInUse = ReturnType<typeof useFile>;

/** Says how many rows it deletes, in the gravest tone. */
const SaveButton = ({ file }: { readonly file: FileInUse }) => (
  <Button
    kind={file.deletes === 0 && !file.isAsked ? 'main' : 'grave'}
    isDisabled={!file.canSave}
    isBusy={file.isBusy}
    onPress={() => void file.save()}
  >
    {file.isBusy
      ? setupWords.saving
      : file.isAsked
        ? setupWords.saveAnyway
        : setupWords.saveFile(file.deletes)}
  </Button>
);

const MODES = (['add', 'replace'] as const).map((value) => ({
  value,
  label: setupWords.modes[value],
  hint: setupWords.modeHints[value],
}));

/** What came of looking at the file, and what is asked before it is saved. */
const Outcome = ({ list, file }: { readonly list: SetupList; readonly file: FileInUse }) => (
  <>
    <EncodingNotice encoding={file.chosen?.encoding} />
    {file.checked === 'checking' ? <Waiting label={setupWords.checking} lines={2} /> : null}
    {file.checked === 'too_big' ? <Banner tone="grave">{setupWords.tooBig}</Banner> : null}
    {typeof file.checked === 'object' ? <Checked list={list} checked={file.checked} /> : null}
    {file.deletes === 0 ? null : (
      <TextField
        label={setupWords.typeCount(file.deletes)}
        value={file.typed}
        inputMode="numeric"
        autoComplete="off"
        onChange={file.setTyped}
      />
    )}
    {file.mistake === null ? null : <Banner tone="grave">{file.mistake}</Banner>}
    {file.isBusy && list.list === 'people' ? <Banner>{setupWords.savingMany}</Banner> : null}
  </>
);

export interface FileDialogProps {
  readonly list: SetupList;
  readonly inUse: OpenSetupList;
  readonly onClose: () => void;
}

/** Imports a list from a file. It is checked first, and saved only if every row is valid. */
export const FileDialog = ({ list, inUse, onClose }: FileDialogProps) => {
  const picker = useRef<HTMLInputElement>(null);
  const file = useFile(inUse, onClose);
  return (
    <Dialog title={setupWords.bringIn} isOpen onClose={onClose}>
      <p>{setupWords.fileHint}</p>
      <p className="setup__names" dir="ltr">
        {list.columns.map(({ name }) => name).join(', ')}
      </p>
      {list.removable ? (
        <OneOf label={setupWords.mode} choices={MODES} value={file.mode} onChange={file.setMode} />
      ) : null}
      <input
        ref={picker}
        type="file"
        accept=".csv,.json,text/csv,application/json"
        aria-label={setupWords.file}
        className="ui-unseen"
        tabIndex={-1}
        onChange={(event) => {
          void file.choose(event.target.files?.[0]);
          // The same file, put right, can be chosen again.
          event.target.value = '';
        }}
      />
      <div className="setup__chosen">
        <Button icon="file" onPress={() => picker.current?.click()}>
          {setupWords.choose}
        </Button>
        {file.chosen === null ? null : <span>{setupWords.chosen(file.chosen.name)}</span>}
      </div>
      <Outcome list={list} file={file} />
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <SaveButton file={file} />
      </DialogFoot>
    </Dialog>
  );
};
