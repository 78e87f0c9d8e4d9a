import { useState } from 'react';
import type { SetupRow, SetupList } from '@warmline/contracts';
import { Banner, Button, Card, PanelState } from '@warmline/ui';
import type { SetupListName } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { FileDialog } from './file-dialog';
import { asDefault } from './find-rows';
import { InviteLinks } from './invite-links';
import { LastSaveBanner } from './last-save';
import { ListTable } from './list-table';
import { OpenRow } from './open-row';
import { RowChanges } from './row-changes';
import { filePath } from './setup-requests';
import { setupWords } from './setup-words';
import { useSetupList, type FileText, type OpenSetupList, type Tried } from './use-list';
import { Waits } from './waits';
import './setup.css';

/** The row under the pen, as it was when it was opened: someone else may change the list. Null: a new one. */
type Open = { readonly what: 'row'; readonly row: SetupRow | null } | { readonly what: 'file' } | null;

const moved = (rows: readonly SetupRow[], index: number, by: -1 | 1): SetupRow[] => {
  const order = [...rows];
  const [row] = order.splice(index, 1);
  if (row !== undefined) order.splice(index + by, 0, row);
  return order;
};

/** Changes to the list that need no dialog. Each can be undone, as every save. */
const useChanges = (list: SetupList, inUse: OpenSetupList) => {
  const [isBusy, setBusy] = useState(false);
  const [tried, setTried] = useState<Tried | null>(null);
  const [exportMistake, setExportMistake] = useState<string | null>(null);
  const attempt = async (run: () => Promise<Tried>): Promise<void> => {
    setBusy(true);
    setExportMistake(null);
    const came = await run();
    setBusy(false);
    setTried(came);
  };
  const change = (rows: readonly SetupRow[]): Promise<void> => attempt(() => inUse.save(rows));
  return {
    isBusy,
    mistake: exportMistake ?? tried?.mistake ?? null,
    others: tried?.others ?? [],
    isAsked: tried?.isAsked ?? false,
    change,
    undo: () => attempt(() => inUse.undo(tried?.isAsked ?? false)),
    remove: (index: number) => change(list.rows.filter((_, at) => at !== index)),
    reset: async (index: number): Promise<void> => {
      const row = list.rows[index];
      if (row !== undefined) await change([asDefault(list, row)]);
    },
    exportFile: async (format: FileText['format']): Promise<void> => {
      setExportMistake(null);
      setExportMistake(await inUse.exportFile(format));
    },
  };
};

interface ListActionsProps {
  readonly list: SetupList;
  readonly onOpen: (open: Open) => void;
  readonly onExport: (format: FileText['format']) => void;
}

const ListActions = ({ list, onOpen, onExport }: ListActionsProps) => (
  <div className="setup__acts">
    {list.single || list.defaults === 'only' ? null : (
      <Button kind="main" icon="plus" onPress={() => onOpen({ what: 'row', row: null })}>
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

const Loaded = ({ list, inUse }: { readonly list: SetupList; readonly inUse: OpenSetupList }) => {
  const [open, setOpen] = useState<Open>(null);
  const changes = useChanges(list, inUse);
  const close = (): void => setOpen(null);
  const { title, lead } = setupWords.lists[list.list];
  return (
    <div className="board setup">
      <div className="setup__head">
        <div className="setup__lead">
          <h1 className="board__title">{title}</h1>
          <p>{lead}</p>
        </div>
        <ListActions list={list} onOpen={setOpen} onExport={(format) => void changes.exportFile(format)} />
      </div>
      {changes.mistake === null ? null : <Banner tone="grave">{changes.mistake}</Banner>}
      <Waits names={inUse.waits} />
      {changes.others.length === 0 ? null : (
        <RowChanges list={list} label={setupWords.othersChanged} changes={changes.others} />
      )}
      <LastSaveBanner
        last={list.last}
        isBusy={changes.isBusy}
        isAsked={changes.isAsked}
        onUndo={() => void changes.undo()}
      />
      <Card title={title} isTitleHidden>
        <ListTable
          list={list}
          isBusy={changes.isBusy}
          onEdit={(index) => setOpen({ what: 'row', row: list.rows[index] ?? null })}
          onRemove={(index) => void changes.remove(index)}
          onReset={(index) => void changes.reset(index)}
          onMove={(index, by) => void changes.change(moved(list.rows, index, by))}
        />
      </Card>
      {open?.what === 'row' ? (
        <OpenRow list={list} original={open.row} onSave={inUse.save} onClose={close} />
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
