import { useState } from 'react';
import type { SetupList, SetupRow } from '@warmline/contracts';
import { Banner, Button, Card } from '@warmline/ui';
import type { ModuleStatus } from '@warmline/wellbeing';
import { dayWords } from '../../../shared/i18n/moment-words';
import { moduleName } from '../../../shared/i18n/obstacle-words';
import { useParts } from '../../../shared/page/parts';
import { LastSaveBanner } from '../last-save';
import { OpenRow } from '../open-row';
import type { OpenSetupList } from '../use-list';
import { peopleWords } from './people-words';
import { recordsOf, statusOf } from './person-training';

const stateTold = ({ state }: ModuleStatus, validUntil: string): string => {
  if (state === 'missing' || validUntil === '') return peopleWords.noRecord;
  const words = {
    valid: peopleWords.validUntil,
    amber: peopleWords.endsSoon,
    expired: peopleWords.lapsed,
  };
  return words[state](dayWords(validUntil));
};

const TONES = { valid: 'fine', amber: 'soon', expired: 'wrong', missing: 'wrong' } as const;

/** The record that counts for a module: the one that is valid longest. */
const latestOf = (records: readonly SetupRow[], module: string): SetupRow | undefined =>
  records
    .filter((row) => row['module'] === module)
    .sort((left, right) => (right['valid_until'] ?? '').localeCompare(left['valid_until'] ?? ''))[0];

interface ModuleProps {
  readonly status: ModuleStatus;
  readonly record: SetupRow | undefined;
  readonly isBusy: boolean;
  readonly onEdit: (row: SetupRow) => void;
  readonly onRemove: (row: SetupRow) => void;
}

const Module = ({ status, record, isBusy, onEdit, onRemove }: ModuleProps) => {
  const name = moduleName(status.module);
  return (
    <li className={`people__module people__module--${TONES[status.state]}`}>
      <span>
        <strong>{name}</strong>: {stateTold(status, record?.['valid_until'] ?? '')}{' '}
        {record === undefined ? null : (
          <span className="people__soft">{peopleWords.passed(dayWords(record['passed_on'] ?? ''))}</span>
        )}
      </span>
      {record === undefined ? null : (
        <span className="people__acts">
          <Button
            size="small"
            kind="quiet"
            icon="note"
            iconOnly
            aria-label={peopleWords.edit(name)}
            onPress={() => onEdit(record)}
          />
          <Button
            size="small"
            kind="quiet"
            icon="close"
            iconOnly
            isDisabled={isBusy}
            aria-label={peopleWords.remove(name)}
            onPress={() => onRemove(record)}
          />
        </span>
      )}
    </li>
  );
};

interface TrainingCardProps {
  readonly list: SetupList;
  readonly inUse: OpenSetupList;
  readonly signInName: string;
  readonly nameOf: (signInName: string) => string;
}

/** The training of one person: what is missing is named, and "lapsed" is only what was valid once. */
export const TrainingCard = ({ list, inUse, signInName, nameOf }: TrainingCardProps) => {
  const now = useParts().clock.now();
  const [open, setOpen] = useState<SetupRow | 'new' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const records = recordsOf(list.rows, signInName);
  const attempt = async (run: () => ReturnType<OpenSetupList['save']>): Promise<void> => {
    setBusy(true);
    const came = await run();
    setBusy(false);
    setMistake(came.mistake);
  };
  return (
    <Card title={peopleWords.training} lead={peopleWords.trainingLead}>
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <ul className="people__list">
        {statusOf(list.rows, signInName, now).map((status) => (
          <Module
            key={status.module}
            status={status}
            record={latestOf(records, status.module)}
            isBusy={isBusy}
            onEdit={setOpen}
            onRemove={(row) => void attempt(() => inUse.save(list.rows.filter((other) => other !== row)))}
          />
        ))}
      </ul>
      <LastSaveBanner
        last={list.last}
        isBusy={isBusy}
        isAsked={false}
        onUndo={() => void attempt(() => inUse.undo())}
        of={{ signInName, nameOf }}
      />
      <div>
        <Button icon="plus" onPress={() => setOpen('new')}>
          {peopleWords.addTraining}
        </Button>
      </div>
      {open === null ? null : (
        <OpenRow
          list={list}
          original={open === 'new' ? null : open}
          given={{ sign_in_name: signInName }}
          onSave={inUse.save}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
};
