import { useRef, useState } from 'react';
import type { SetupAnswer, SetupList } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, Waiting } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { decodeFile, type FileEncoding } from './file-encoding';
import { ProblemsTable } from './problems-table';
import { unreadableTold } from './setup-told';
import { setupWords } from './setup-words';
import type { FileText, OpenSetupList } from './use-list';

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

/** What saving the file does. Deleting is shown in the gravest tone. */
const Effects = ({ list, checked }: EffectsProps) => {
  const { removed, moved } = checked;
  const effects = effectsOf(list, checked);
  if (effects.length === 0 && !moved) return <Banner>{setupWords.checkNothing}</Banner>;
  return (
    <Banner tone={removed === 0 ? 'calm' : 'grave'} icon={removed === 0 ? 'check' : 'warn'}>
      {effects.length === 0 ? (
        <p>{setupWords.onlyOrder}</p>
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
      <p>{list.removable ? setupWords.removesAll : setupWords.keepsAll}</p>
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
    case 'saved':
      return <Banner tone="notice">{setupWords.outdated}</Banner>;
  }
};

/** Any bytes are a text in Windows-1252, so only a person can say whether it was that. */
const EncodingNotice = ({ encoding }: { readonly encoding: FileEncoding | undefined }) =>
  encoding === 'windows-1252' ? (
    <Banner tone="notice" icon="warn">
      {setupWords.olderEncoding}
    </Banner>
  ) : null;

/** What choosing a file leads to: it is looked at first, and saved by another press. */
const useFile = (inUse: OpenSetupList, onSaved: () => void) => {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [checked, setChecked] = useState<SetupAnswer | null | 'not_yet' | 'checking' | 'too_big'>('not_yet');
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const choose = async (picked: File | undefined): Promise<void> => {
    if (picked === undefined) return;
    setMistake(null);
    setAsked(false);
    setChosen(null);
    if (picked.size > BYTES_MAX) return setChecked('too_big');
    const { text, encoding } = decodeFile(new Uint8Array(await picked.arrayBuffer()));
    const file = { format: picked.name.toLowerCase().endsWith('.json') ? 'json' : 'csv', text } as const;
    setChosen({ name: picked.name, file, encoding });
    if (text.length > FILE_MAX) return setChecked('too_big');
    setChecked('checking');
    setChecked(await inUse.check(file));
  };
  const save = async (): Promise<void> => {
    if (chosen === null) return;
    setBusy(true);
    const came = await inUse.take(chosen.file, isAsked);
    setBusy(false);
    setAsked(came.isAsked);
    setMistake(came.mistake);
    if (came.isSaved) onSaved();
  };
  return { chosen, checked, isBusy, isAsked, mistake, choose, save };
};

/** How many rows saving the file would delete. */
const deletedBy = (checked: ReturnType<typeof useFile>['checked']): number =>
  typeof checked === 'object' && checked?.outcome === 'checked' ? checked.removed : 0;

const canBeSaved = (checked: ReturnType<typeof useFile>['checked']): boolean =>
  typeof checked === 'object' && checked?.outcome === 'checked';

interface SaveButtonProps {
  readonly checked: ReturnType<typeof useFile>['checked'];
  readonly isBusy: boolean;
  readonly isAsked: boolean;
  readonly onSave: () => void;
}

/** Says how many rows it deletes, in the gravest tone. */
const SaveButton = ({ checked, isBusy, isAsked, onSave }: SaveButtonProps) => {
  const deleted = deletedBy(checked);
  return (
    <Button
      kind={deleted === 0 && !isAsked ? 'main' : 'grave'}
      isDisabled={!canBeSaved(checked)}
      isBusy={isBusy}
      onPress={onSave}
    >
      {isBusy ? setupWords.saving : isAsked ? setupWords.saveAnyway : setupWords.saveFile(deleted)}
    </Button>
  );
};

export interface FileDialogProps {
  readonly list: SetupList;
  readonly inUse: OpenSetupList;
  readonly onClose: () => void;
}

/** Imports a list from a file. It is checked first, and saved only if every row is valid. */
export const FileDialog = ({ list, inUse, onClose }: FileDialogProps) => {
  const picker = useRef<HTMLInputElement>(null);
  const { chosen, checked, isBusy, isAsked, mistake, choose, save } = useFile(inUse, onClose);
  return (
    <Dialog title={setupWords.bringIn} isOpen onClose={onClose}>
      <p>{setupWords.fileHint}</p>
      <p className="setup__names" dir="ltr">
        {list.columns.map(({ name }) => name).join(', ')}
      </p>
      <input
        ref={picker}
        type="file"
        accept=".csv,.json,text/csv,application/json"
        aria-label={setupWords.file}
        className="ui-unseen"
        tabIndex={-1}
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          // The same file, put right, can be chosen again.
          event.target.value = '';
        }}
      />
      <div className="setup__chosen">
        <Button icon="file" onPress={() => picker.current?.click()}>
          {setupWords.choose}
        </Button>
        {chosen === null ? null : <span>{setupWords.chosen(chosen.name)}</span>}
      </div>
      <EncodingNotice encoding={chosen?.encoding} />
      {checked === 'checking' ? <Waiting label={setupWords.checking} lines={2} /> : null}
      {checked === 'too_big' ? <Banner tone="grave">{setupWords.tooBig}</Banner> : null}
      {typeof checked === 'object' ? <Checked list={list} checked={checked} /> : null}
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      {isBusy && list.list === 'people' ? <Banner>{setupWords.savingMany}</Banner> : null}
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <SaveButton checked={checked} isBusy={isBusy} isAsked={isAsked} onSave={() => void save()} />
      </DialogFoot>
    </Dialog>
  );
};
