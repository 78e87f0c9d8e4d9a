import { useCallback, useEffect, useState } from 'react';
import type { ListedComplaint, ToldUs } from '@warmline/contracts';
import { Banner, Button, Card, Empty, Waiting } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import { ComplaintDialog } from './complaint-dialog';
import { complaintWords } from './complaint-words';
import { dayOf, whenWords } from './when-words';
import './complaints.css';

const said = complaintWords;

/** Read when the page opens, and again after each complaint that was opened. */
const useToldUs = () => {
  const client = useClient();
  const isOnline = useLive(({ connection }) => connection.name === 'online');
  const [told, setTold] = useState<ToldUs | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const read = useCallback(async (): Promise<void> => {
    setFailed(null);
    const outcome = await client.send('complaint:list', {});
    if (outcome.kind === 'done') setTold(outcome.value);
    else setFailed(outcomeWords(outcome));
  }, [client]);
  useEffect(() => {
    if (isOnline) void read();
  }, [isOnline, read]);
  return { told, failed, read };
};

const stateOf = ({ closed }: ListedComplaint): string =>
  closed === null ? said.open : said.closedBy(closed.by, whenWords(closed.at));

interface ComplaintsProps {
  readonly complaints: ToldUs['complaints'];
  readonly onRead: (id: string) => void;
}

const Complaints = ({ complaints, onRead }: ComplaintsProps) => (
  <Card title={said.complaints} lead={said.complaintsLead}>
    {complaints.length === 0 ? (
      <p>{said.none}</p>
    ) : (
      <ul className="told-us__list">
        {complaints.map((one) => (
          <li key={one.id}>
            <span>{whenWords(one.at)}</span>
            <span className={one.closed === null ? 'told-us__open' : 'told-us__soft'}>{stateOf(one)}</span>
            <Button size="small" aria-label={said.readOf(whenWords(one.at))} onPress={() => onRead(one.id)}>
              {said.read}
            </Button>
          </li>
        ))}
      </ul>
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
  part === null ? said.tooFew(of) : said.shareOf(part, of);

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
  const { told, failed, read } = useToldUs();
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
          <Complaints complaints={told.complaints} onRead={setReading} />
          <Survey survey={told.survey} />
          <WordsAfterChats words={told.words} />
        </>
      )}
      {reading === null ? null : <ComplaintDialog complaintId={reading} onClose={close} />}
    </div>
  );
};
