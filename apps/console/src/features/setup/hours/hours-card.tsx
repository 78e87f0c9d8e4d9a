import { useState } from 'react';
import type { SetupList } from '@warmline/contracts';
import { weekChange } from '@warmline/opening';
import { Banner, Button, Card, Dialog, DialogFoot, OneOf } from '@warmline/ui';
import { commonWords } from '../../../shared/i18n/common-words';
import { setupWords } from '../setup-words';
import type { OpenSetupList } from '../use-list';
import { draftOf, hasNoHours, mistakesIn, rowsOf, weekOf, type HoursDraft } from './hours-draft';
import { changeTold } from './hours-told';
import { hoursWords } from './hours-words';
import { useDraft } from './use-hours';
import { WeekGrid } from './week-grid';

/** What saving changes, before it is saved. Spoken as it changes. */
const WhatChanges = ({
  sentences,
  closes,
}: {
  readonly sentences: readonly string[];
  readonly closes: boolean;
}) => (
  <div className="hours__change" role="status">
    <h3 className="hours__change-title">{hoursWords.whatChanges}</h3>
    {sentences.length === 0 ? (
      <p className="hours__soft">{hoursWords.nothingChanges}</p>
    ) : (
      <ul className={closes ? 'hours__sentences hours__sentences--grave' : 'hours__sentences'}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    )}
  </div>
);

interface ConfirmProps {
  readonly sentences: readonly string[];
  readonly isBusy: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

const ConfirmClosing = ({ sentences, isBusy, onSave, onClose }: ConfirmProps) => (
  <Dialog title={hoursWords.confirmTitle} isOpen onClose={onClose}>
    <ul className="hours__sentences hours__sentences--grave">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
    <DialogFoot>
      <Button onPress={onClose}>{commonWords.cancel}</Button>
      <Button kind="grave" isBusy={isBusy} onPress={onSave}>
        {isBusy ? setupWords.saving : hoursWords.confirm}
      </Button>
    </DialogFoot>
  </Dialog>
);

const WAYS = [
  { value: 'always', label: hoursWords.always, hint: hoursWords.alwaysHint },
  { value: 'hours', label: hoursWords.atHours, hint: hoursWords.atHoursHint },
] as const;

/** What is shown of a draft: what is wrong with it, and what saving it would change. */
const judged = (stored: HoursDraft, draft: HoursDraft) => {
  const change = weekChange(weekOf(stored), weekOf(draft));
  const isEmpty = hasNoHours(draft);
  return {
    mistakes: mistakesIn(draft),
    isEmpty,
    closes: change.minutesLost > 0,
    sentences: isEmpty ? [] : changeTold(change),
  };
};

/** A draft of the week: a try to save it shows what is wrong, and asks first where something closes. */
const useWeek = (list: SetupList, inUse: OpenSetupList) => {
  const stored = draftOf(list.rows);
  const draft = useDraft(inUse, stored, { rowsOf, outdated: hoursWords.outdated });
  const [isTried, setTried] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const found = judged(stored, draft.draft);
  const send = async (): Promise<void> => {
    await draft.save();
    setAsked(false);
    setTried(false);
  };
  return {
    ...draft,
    ...found,
    mistakes: isTried ? found.mistakes : [],
    isEmpty: isTried && found.isEmpty,
    isAsked,
    cancel: () => setAsked(false),
    send,
    trySave: (): void => {
      setTried(true);
      if (found.mistakes.length > 0 || found.isEmpty) return;
      if (found.closes) setAsked(true);
      else void send();
    },
  };
};

const Foot = ({ week }: { readonly week: ReturnType<typeof useWeek> }) => (
  <>
    {week.mistake === null ? null : <Banner tone="grave">{week.mistake}</Banner>}
    {week.isSaved ? <Banner icon="check">{hoursWords.saved}</Banner> : null}
    <div className="hours__foot">
      {week.isChanged ? <Button onPress={week.discard}>{hoursWords.discard}</Button> : null}
      <Button
        kind={week.closes ? 'grave' : 'main'}
        isBusy={week.isBusy}
        isDisabled={!week.isChanged}
        onPress={week.trySave}
      >
        {week.isBusy ? setupWords.saving : hoursWords.save}
      </Button>
    </div>
  </>
);

/** The hours of every week: edited as a grid, told in sentences before they are saved. */
export const HoursCard = ({ list, inUse }: { readonly list: SetupList; readonly inUse: OpenSetupList }) => {
  const week = useWeek(list, inUse);
  return (
    <Card title={hoursWords.week}>
      <OneOf
        label={hoursWords.way}
        choices={WAYS}
        value={week.draft.isAlways ? 'always' : 'hours'}
        onChange={(way) => week.change({ ...week.draft, isAlways: way === 'always' })}
      />
      {week.draft.isAlways ? null : (
        <WeekGrid draft={week.draft} mistakes={week.mistakes} onChange={week.change} />
      )}
      {week.isEmpty ? <Banner tone="grave">{hoursWords.noHours}</Banner> : null}
      <WhatChanges sentences={week.sentences} closes={week.closes} />
      <Foot week={week} />
      {week.isAsked ? (
        <ConfirmClosing
          sentences={week.sentences}
          isBusy={week.isBusy}
          onSave={() => void week.send()}
          onClose={week.cancel}
        />
      ) : null}
    </Card>
  );
};
