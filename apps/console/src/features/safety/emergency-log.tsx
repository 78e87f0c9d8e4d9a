import { useState, type FormEvent } from 'react';
import type { SafetyRecord } from '@warmline/contracts';
import { Banner, Button, Card, Empty, Table, TextField, Tick, Waiting } from '@warmline/ui';
import { SAFETY_TEXT_MAX } from '@warmline/vocabulary';
import { momentWords } from '../../shared/i18n/moment-words';
import { useClient } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { useNow } from '../../shared/page/use-now';
import { writtenBy } from '../../shared/safety/record-texts';
import { recordWords } from '../../shared/safety/record-words';
import { useSafetyRecord } from '../../shared/safety/use-safety-record';
import './safety-panel.css';
import { emergencyLogWords } from './safety-panel-words';

const NEW = { called: '', minutesAgo: '0', reference: '', outcome: '', isConfirmed: false };
/** Seven days (min). */
const MINUTES_MAX = 10_080;

const isMinutes = (text: string): boolean => /^\d{1,5}$/.test(text.trim()) && Number(text) <= MINUTES_MAX;

/** One more call for the log. A mistake names its field; the focus goes there. */
const CallForm = ({ conversationId }: { readonly conversationId: string }) => {
  const client = useClient();
  const [call, setCall] = useState(NEW);
  const [isChecked, setChecked] = useState(false);
  const { isBusy, mistake, act } = useAct();
  const change = (over: Partial<typeof NEW>): void => setCall((before) => ({ ...before, ...over }));
  const isCalledMissing = isChecked && call.called.trim() === '';
  const isTimeWrong = isChecked && !isMinutes(call.minutesAgo);
  const save = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    if (call.called.trim() === '' || !isMinutes(call.minutesAgo)) {
      setChecked(true);
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[data-invalid]')?.focus());
      return;
    }
    const entry = { ...call, minutesAgo: Number(call.minutesAgo) };
    if (!(await act(() => client.safety.log(conversationId, entry)))) return;
    setCall(NEW);
    setChecked(false);
  };
  return (
    <form className="emergency-log__form" onSubmit={(event) => void save(event)} noValidate>
      <TextField
        label={emergencyLogWords.called}
        value={call.called}
        maxLength={SAFETY_TEXT_MAX}
        mistake={isCalledMissing ? emergencyLogWords.calledMissing : undefined}
        onChange={(called) => change({ called })}
      />
      <TextField
        label={emergencyLogWords.minutesAgo}
        hint={emergencyLogWords.minutesAgoHint}
        inputMode="numeric"
        value={call.minutesAgo}
        mistake={isTimeWrong ? emergencyLogWords.minutesAgoWrong : undefined}
        onChange={(minutesAgo) => change({ minutesAgo })}
      />
      <TextField
        label={emergencyLogWords.reference}
        value={call.reference}
        maxLength={SAFETY_TEXT_MAX}
        onChange={(reference) => change({ reference })}
      />
      <TextField
        label={emergencyLogWords.outcome}
        rows={3}
        value={call.outcome}
        maxLength={SAFETY_TEXT_MAX}
        onChange={(outcome) => change({ outcome })}
      />
      <Tick
        label={emergencyLogWords.confirmed}
        isTicked={call.isConfirmed}
        onChange={(isConfirmed) => change({ isConfirmed })}
      />
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <Button kind="main" type="submit" isBusy={isBusy}>
        {isBusy ? emergencyLogWords.saving : emergencyLogWords.save}
      </Button>
    </form>
  );
};

const Calls = ({ record, now }: { readonly record: SafetyRecord; readonly now: number }) =>
  record.log.length === 0 ? (
    <Empty icon="notification" title={emergencyLogWords.empty}>
      {emergencyLogWords.emptyLead}
    </Empty>
  ) : (
    <Table
      label={emergencyLogWords.title}
      rows={record.log}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'time',
          title: emergencyLogWords.time,
          kind: 'figure',
          cell: ({ calledAt }) => momentWords(calledAt, now),
        },
        { key: 'called', title: emergencyLogWords.called, cell: ({ called }) => called },
        { key: 'reference', title: emergencyLogWords.reference, cell: ({ reference }) => reference },
        { key: 'outcome', title: emergencyLogWords.outcome, cell: ({ outcome }) => outcome },
        {
          key: 'contact',
          title: emergencyLogWords.contact,
          cell: ({ isConfirmed }) => (isConfirmed ? emergencyLogWords.yes : emergencyLogWords.notYet),
        },
        { key: 'by', title: emergencyLogWords.by, cell: (call) => writtenBy(call, now) },
      ]}
    />
  );

const Acts = ({ record: { acts }, now }: { readonly record: SafetyRecord; readonly now: number }) =>
  acts.length === 0 ? null : (
    <Card title={emergencyLogWords.acts}>
      <ul className="safety-record__list">
        {acts.map((act) => (
          <li key={`${act.act}${act.at}`}>
            {recordWords.acts[act.act]}
            <p className="safety-record__by">{writtenBy(act, now)}</p>
          </li>
        ))}
      </ul>
    </Card>
  );

/** Who was called for one visitor, to add to and to print. Nothing in it is changed. */
export const EmergencyLog = ({ conversationId }: { readonly conversationId: string }) => {
  const now = useNow(30_000);
  const { record, mistake, isOver } = useSafetyRecord(conversationId, null);
  return (
    <div className="emergency-log">
      <h1>{emergencyLogWords.title}</h1>
      <p>{emergencyLogWords.lead}</p>
      <p className="safety-record__by">{emergencyLogWords.conversation(conversationId)}</p>
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      {isOver ? <Banner tone="notice">{emergencyLogWords.over}</Banner> : null}
      {record === null && !isOver ? (
        mistake === null && <Waiting label={emergencyLogWords.loading} lines={4} />
      ) : (
        <>
          {record === null ? null : (
            <>
              <Calls record={record} now={now} />
              <Acts record={record} now={now} />
            </>
          )}
          <p className="safety-record__by">{emergencyLogWords.printed(new Date(now).toLocaleString())}</p>
          <div className="emergency-log__acts">
            <Button onPress={() => globalThis.print()}>{emergencyLogWords.print}</Button>
            <Button onPress={() => globalThis.history.back()}>{emergencyLogWords.back}</Button>
          </div>
          <Card title={emergencyLogWords.add}>
            <CallForm conversationId={conversationId} />
          </Card>
        </>
      )}
    </div>
  );
};
