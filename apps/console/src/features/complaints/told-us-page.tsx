import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListedComplaint, ToldUs } from '@warmline/contracts';
import { Banner, Button, Card, Empty, Waiting } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import type { StaffClient } from '../../shared/live/staff-client';
import { ComplaintDialog } from './complaint-dialog';
import { complaintWords } from './complaint-words';
import { dayOf, whenWords } from './when-words';
import './complaints.css';

const said = complaintWords;

interface MoreResult {
  readonly told: ToldUs;
  /** Why the rest could not be read. */
  readonly failed: string | null;
}

/** Adds what follows until at least so many complaints are listed, or all are. */
const withMore = async (client: StaffClient, first: ToldUs, atLeast: number): Promise<MoreResult> => {
  let told = first;
  while (told.complaints.length < Math.min(atLeast, told.inAll.kept)) {
    const last = told.complaints.at(-1);
    if (last === undefined) break;
    const after = { id: last.id, isClosed: last.closed !== null };
    // Each part begins where the one before it ends.
    const outcome = await client.send('complaint:more', { after });
    if (outcome.kind !== 'done') return { told, failed: outcomeWords(outcome) };
    const known = new Set(told.complaints.map(({ id }) => id));
    const added = outcome.value.complaints.filter(({ id }) => !known.has(id));
    told = { ...told, complaints: [...told.complaints, ...added], inAll: outcome.value.inAll };
    if (added.length === 0) break;
  }
  return { told, failed: null };
};

/** Read when the page opens, and again after each complaint that was opened: as many as were listed. */
const useToldUs = () => {
  const client = useClient();
  const isOnline = useLive(({ connection }) => connection.name === 'online');
  const [told, setTold] = useState<ToldUs | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const listed = useRef(0);
  const read = useCallback(async (): Promise<void> => {
    setFailed(null);
    const outcome = await client.send('complaint:list', {});
    if (outcome.kind !== 'done') {
      setFailed(outcomeWords(outcome));
      return;
    }
    const result = await withMore(client, outcome.value, listed.current);
    listed.current = result.told.complaints.length;
    setTold(result.told);
    setFailed(result.failed);
  }, [client]);
  const more = async (): Promise<void> => {
    if (told === null || isBusy) return;
    setBusy(true);
    const result = await withMore(client, told, told.complaints.length + 1);
    listed.current = result.told.complaints.length;
    setTold(result.told);
    setFailed(result.failed);
    setBusy(false);
  };
  useEffect(() => {
    if (isOnline) void read();
  }, [isOnline, read]);
  return { told, failed, read, more, isBusy };
};

const stateOf = ({ closed }: ListedComplaint): string =>
  closed === null ? said.open : said.closedBy(closed.by, whenWords(closed.at));

const readOf = ({ at, toldBy }: ListedComplaint): string =>
  toldBy === null ? said.readOf(whenWords(at)) : said.passedOnReadOf(toldBy, whenWords(at));

interface ComplaintsProps extends Pick<ToldUs, 'complaints' | 'inAll'> {
  readonly isBusy: boolean;
  readonly onRead: (id: string) => void;
  readonly onMore: () => void;
}

const Complaints = ({ complaints, inAll, isBusy, onRead, onMore }: ComplaintsProps) => (
  <Card title={said.complaints} lead={said.complaintsLead}>
    {complaints.length === 0 ? (
      <p>{said.none}</p>
    ) : (
      <>
        <p role="status">{said.inAll(complaints.length, inAll.kept, inAll.open)}</p>
        <ul className="told-us__list">
          {complaints.map((one) => (
            <li key={one.id}>
              <span>
                {whenWords(one.at)}
                {one.toldBy === null ? null : (
                  <>
                    {' · '}
                    <bdi>{said.passedOnBy(one.toldBy)}</bdi>
                  </>
                )}
              </span>
              <span className={one.closed === null ? 'told-us__open' : 'told-us__soft'}>{stateOf(one)}</span>
              <Button size="small" aria-label={readOf(one)} onPress={() => onRead(one.id)}>
                {said.read}
              </Button>
            </li>
          ))}
        </ul>
        {complaints.length < inAll.kept ? (
          <Button isBusy={isBusy} onPress={onMore}>
            {said.showMore}
          </Button>
        ) : null}
      </>
    )}
  </Card>
);

const WordsAfterChats = ({ words }: Pick<ToldUs, 'words'>) => (
  <Card title={said.words} lead={said.wordsLead}>
    {words.length === 0 ? (
      <p>{said.noWords}</p>
    ) : (
      <ul className="complaint__notes">
        {words.map((one, index) => (
          <li key={index}>
            <span dir="auto">{one.words ?? said.unreadable}</span>
            <small>{dayOf(one.at)}</small>
          </li>
        ))}
      </ul>
    )}
  </Card>
);

const shown = ({ part, of }: ToldUs['survey']['better']): string =>
  of === null ? said.tooFew : part === null ? said.fewOf(of) : said.shareOf(part, of);

const Survey = ({ survey }: Pick<ToldUs, 'survey'>) => (
  <Card title={said.figures}>
    <dl className="told-us__figures">
      <dt>{said.better}</dt>
      <dd>{shown(survey.better)}</dd>
      <dt>{said.listened}</dt>
      <dd>{shown(survey.listened)}</dd>
      <dt>{said.response}</dt>
      <dd>{said.shareOf(survey.response.part, survey.response.of)}</dd>
    </dl>
  </Card>
);

/** Complaints, words after chats, and how chats were. */
export const ToldUsPage = () => {
  const { told, failed, read, more, isBusy } = useToldUs();
  const [reading, setReading] = useState<string | null>(null);
  const close = (): void => {
    setReading(null);
    void read();
  };
  return (
    <div className="board told-us">
      <h1 className="board__title">{said.pageTitle}</h1>
      <p>{said.pageLead}</p>
      {failed !== null && told !== null ? <Banner tone="grave">{failed}</Banner> : null}
      {failed !== null && told === null ? (
        <Empty
          icon="warn"
          title={failed}
          actions={<Button onPress={() => void read()}>{commonWords.tryAgain}</Button>}
        />
      ) : null}
      {told === null && failed === null ? <Waiting label={said.loading} lines={4} /> : null}
      {told === null ? null : (
        <>
          <Complaints
            complaints={told.complaints}
            inAll={told.inAll}
            isBusy={isBusy}
            onRead={setReading}
            onMore={() => void more()}
          />
          <Survey survey={told.survey} />
          <WordsAfterChats words={told.words} />
        </>
      )}
      {reading === null ? null : <ComplaintDialog complaintId={reading} onClose={close} />}
    </div>
  );
};
