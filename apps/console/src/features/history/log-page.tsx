import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { AuditState } from '@warmline/contracts';
import { Banner, Button, Card, PanelState, Table, type TableColumn } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { refusalWords } from '../../shared/i18n/refusal-words';
import { usePageName } from '../../shared/page/page-title';
import { useParts, type ConsoleParts } from '../../shared/page/parts';
import { useFreshProof } from '../../shared/second-factor/use-fresh-proof';
import { askHttp } from '../../shared/session/ask-http';
import { parseAuditState } from '../../shared/session/parse-history';
import { Refused } from '../../shared/session/session-requests';
import { pastPeopleQuery } from './acts-requests';
import { startOfDay } from './history-filter';
import { Day, Select } from './history-filters';
import './history.css';
import { logWords, placeName } from './log-words';
import { personChoiceOf } from './person-choice';
import { when } from './reader-lines';

const said = logWords;
type Copy = AuditState['copies'][number];

const stateQuery = (parts: ConsoleParts) =>
  queryOptions<AuditState>({
    queryKey: ['history', 'log'],
    retry: false,
    staleTime: 0,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: '/api/audit/state', parse: parseAuditState });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

/** The browser itself saves the file: it may be larger than a page can hold. */
const saveFrom = (address: string): void => {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
};

/** Asks for a fresh proof where it is needed, then has the browser save the file. */
const useExport = () => {
  const parts = useParts();
  const { ask, dialog } = useFreshProof();
  const [told, setTold] = useState<{ readonly isDone: boolean; readonly words: string } | null>(null);
  const save = async (address: string): Promise<void> => {
    setTold(null);
    const init = { method: 'POST' };
    const answer = await ask(() => askHttp(parts, { path: '/api/audit/ready', init, parse: () => null }));
    if (answer.ok) saveFrom(address);
    if (answer.ok) setTold({ isDone: true, words: said.began });
    else
      setTold({
        isDone: false,
        words: answer.refusal === 'unavailable' ? said.notExported : refusalWords[answer.refusal],
      });
  };
  return { dialog, told, save };
};

const ExportCard = () => {
  const parts = useParts();
  const people = useQuery(pastPeopleQuery(parts));
  const { dialog, told, save } = useExport();
  const [choice, setChoice] = useState(() => personChoiceOf({}, parts.clock.now()));
  const [isFlawed, setFlawed] = useState(false);
  const saveRange = (format: 'csv' | 'json'): void => {
    const { from, until, person } = choice;
    const isWrong = Number.isNaN(Date.parse(from)) || Number.isNaN(Date.parse(until)) || from > until;
    setFlawed(isWrong);
    if (isWrong) return;
    const range = { format, from: startOfDay(from, 0) ?? '', until: startOfDay(until, 1) ?? '' };
    const query = new URLSearchParams(person === '' ? range : { ...range, person });
    void save(`/api/audit/history?${query}`);
  };
  return (
    <Card title={said.exportTitle}>
      <div className="history__form">
        <p>{said.exportLead}</p>
        <div className="history__filters">
          <Day label={said.from} value={choice.from} onChoose={(from) => setChoice({ ...choice, from })} />
          <Day
            label={said.until}
            value={choice.until}
            {...(isFlawed && { mistake: said.days })}
            onChoose={(until) => setChoice({ ...choice, until })}
          />
          <Select
            label={said.person}
            value={choice.person}
            none={said.everyone}
            choices={(people.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={(person) => setChoice({ ...choice, person })}
          />
        </div>
        <p className="history__soft">{said.proofs}</p>
        <div className="history__links">
          <Button onPress={() => saveRange('csv')}>{said.csv}</Button>
          <Button onPress={() => saveRange('json')}>{said.json}</Button>
        </div>
        <p className="history__soft">{said.wholeLead}</p>
        <div>
          <Button onPress={() => void save('/api/audit/export')}>{said.whole}</Button>
        </div>
        <p className="history__soft">{said.check}</p>
        {told === null ? null : <Banner tone={told.isDone ? 'calm' : 'grave'}>{told.words}</Banner>}
      </div>
      {dialog}
    </Card>
  );
};

const stateOf = ({ size, failures, failure }: Copy, all: number): string => {
  if (failure !== null) return said.failing(failures, failure);
  return size >= all ? said.fine : said.behind(all - size);
};

const columnsOf = (size: number): readonly TableColumn<Copy>[] => [
  { key: 'place', title: said.place, kind: 'figure', cell: ({ place }) => placeName(place) },
  {
    key: 'last',
    title: said.last,
    kind: 'text',
    cell: ({ copiedAt }) => (copiedAt === null ? said.never : when(copiedAt)),
  },
  { key: 'entries', title: said.entries, kind: 'number', cell: (copy) => copy.size },
  { key: 'state', title: said.state, kind: 'text', cell: (copy) => stateOf(copy, size) },
];

/** How far the log is, where its checkpoints are kept, and its exports. */
export const LogPage = ({ views }: { readonly views: ReactNode }) => {
  const query = useQuery(stateQuery(useParts()));
  usePageName(said.title);
  return (
    <div className="board history">
      {views}
      <div>
        <h1 className="board__title">{said.title}</h1>
        <p className="history__soft">{said.lead}</p>
      </div>
      <PanelState
        content={query.data}
        loading={said.loading}
        hasFailed={query.isError}
        failed={said.notExported}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {({ size, checkpoint, copies }) => (
          <>
            <p>{checkpoint === null ? said.none : said.size(size)}</p>
            <ExportCard />
            <Card title={said.copiesTitle}>
              <p>{said.copiesLead}</p>
              {copies.length === 0 ? (
                <p>{said.noCopies}</p>
              ) : (
                <Table
                  label={said.copiesTitle}
                  columns={columnsOf(size)}
                  rows={copies}
                  rowKey={({ place }) => place}
                />
              )}
            </Card>
          </>
        )}
      </PanelState>
    </div>
  );
};
