import { useState } from 'react';
import type { SetupRow, SetupList } from '@warmline/contracts';
import { Banner, Button, Card, PanelState } from '@warmline/ui';
import type { SetupListName } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { FileDialog } from './file-dialog';
import { asDefault } from './find-rows';
import { InviteLinks } from './invite-links';
import { ListTable } from './list-table';
import { nameOfRow } from './name-of-row';
import { emptyRow, RowDialog } from './row-dialog';
import { filePath } from './setup-requests';
import { setupWords } from './setup-words';
import { useSetupList, type FileText, type OpenSetupList, type Tried } from './use-list';
import './setup.css';

/** A row under the pen: an index of the list, or the one after its last. */
type Open = { readonly what: 'row'; readonly index: number } | { readonly what: 'file' } | null;

interface Undo {
  readonly told: string;
  readonly rows: readonly SetupRow[];
}

const moved = (rows: readonly SetupRow[], index: number, by: -1 | 1): SetupRow[] => {
  const order = [...rows];
  const [row] = order.splice(index, 1);
  if (row !== undefined) order.splice(index + by, 0, row);
  return order;
};

/** Changes to the list that need no dialog, with a way back from the one that loses something. */
const useChanges = (list: SetupList, inUse: OpenSetupList) => {
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const change = async (rows: readonly SetupRow[]): Promise<Tried> => {
    setBusy(true);
    setUndo(null);
    const came = await inUse.save(rows);
    setBusy(false);
    setMistake(came.mistake);
    return came;
  };
  const remove = async (index: number): Promise<void> => {
    const row = list.rows[index];
    if (row === undefined) return;
    const came = await change(list.rows.filter((_, at) => at !== index));
    if (came.isSaved) setUndo({ told: setupWords.removed(nameOfRow(list, row)), rows: list.rows });
  };
  const reset = async (index: number): Promise<void> => {
    const row = list.rows[index];
    if (row === undefined) return;
    const came = await change([asDefault(list, row)]);
    if (came.isSaved) setUndo({ told: setupWords.isDefaultAgain(nameOfRow(list, row)), rows: [row] });
  };
  const exportFile = async (format: FileText['format']): Promise<void> => {
    setMistake(null);
    setMistake(await inUse.exportFile(format));
  };
  return { isBusy, mistake, undo, change, remove, reset, exportFile };
};

interface ListActionsProps {
  readonly list: SetupList;
  readonly onOpen: (open: Open) => void;
  readonly onExport: (format: FileText['format']) => void;
}

const ListActions = ({ list, onOpen, onExport }: ListActionsProps) => (
  <div className="setup__acts">
    {list.single || list.defaults === 'only' ? null : (
      <Button kind="main" icon="plus" onPress={() => onOpen({ what: 'row', index: list.rows.length })}>
        {setupWords.add(setupWords.lists[list.list].one)}
      </Button>
    )}
    <Button onPress={() => onOpen({ what: 'file' })}>{setupWords.bringIn}</Button>
    {(['csv', 'json'] as const).map((format) => (
      <a
        key={format}
        className="setup__file"
        href={filePath(list.list, format)}
        download
        onClick={(event) => {
          if (list.list !== 'people') return;
          event.preventDefault();
          onExport(format);
        }}
      >
        {setupWords.takeOut[format]}
      </a>
    ))}
  </div>
);

interface OpenRowProps {
  readonly list: SetupList;
  readonly index: number;
  readonly onSave: (rows: readonly SetupRow[], isConfirmed: boolean) => Promise<Tried>;
  readonly onClose: () => void;
}

/** The row at this place, or a new one after the last. */
const OpenRow = ({ list, index, onSave, onClose }: OpenRowProps) => {
  const row = list.rows[index];
  // Of a list whose rows are always there, only what changes is sent: the others stay.
  const isAlone = list.defaults !== null;
  return (
    <RowDialog
      list={list}
      title={
        row === undefined
          ? setupWords.add(setupWords.lists[list.list].one)
          : setupWords.editOf(nameOfRow(list, row))
      }
      row={row ?? emptyRow(list)}
      number={isAlone ? 1 : index + 1}
      isNew={row === undefined}
      onSave={(changed, isConfirmed) =>
        onSave(isAlone ? [changed] : Object.assign([...list.rows], { [index]: changed }), isConfirmed)
      }
      onClose={onClose}
    />
  );
};

const Loaded = ({ list, inUse }: { readonly list: SetupList; readonly inUse: OpenSetupList }) => {
  const [open, setOpen] = useState<Open>(null);
  const { isBusy, mistake, undo, change, remove, reset, exportFile } = useChanges(list, inUse);
  const close = (): void => setOpen(null);
  const { title, lead } = setupWords.lists[list.list];
  return (
    <div className="board setup">
      <div className="setup__head">
        <div className="setup__lead">
          <h1 className="board__title">{title}</h1>
          <p>{lead}</p>
        </div>
        <ListActions list={list} onOpen={setOpen} onExport={(format) => void exportFile(format)} />
      </div>
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      {undo === null ? null : (
        <Banner
          actions={
            <Button size="small" onPress={() => void change(undo.rows)}>
              {setupWords.undo}
            </Button>
          }
        >
          {undo.told}
        </Banner>
      )}
      <Card title={title} isTitleHidden>
        <ListTable
          list={list}
          isBusy={isBusy}
          onEdit={(index) => setOpen({ what: 'row', index })}
          onRemove={(index) => void remove(index)}
          onReset={(index) => void reset(index)}
          onMove={(index, by) => void change(moved(list.rows, index, by))}
        />
      </Card>
      {open?.what === 'row' ? (
        <OpenRow list={list} index={open.index} onSave={inUse.save} onClose={close} />
      ) : null}
      {open?.what === 'file' ? <FileDialog list={list} inUse={inUse} onClose={close} /> : null}
    </div>
  );
};

/** One list of the charity's: looked at, changed row by row, brought in and taken out as a file. */
export const SetupListPage = ({ name }: { readonly name: SetupListName }) => {
  const inUse = useSetupList(name);
  const { query, invites, forgetInvites, proofDialog } = inUse;
  return (
    <>
      <PanelState
        content={query.data}
        loading={setupWords.loading}
        hasFailed={query.isError}
        failed={setupWords.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {(list) => <Loaded list={list} inUse={inUse} />}
      </PanelState>
      {proofDialog}
      <InviteLinks invites={invites} onDone={forgetInvites} />
    </>
  );
};
