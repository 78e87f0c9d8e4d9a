import { useEffect, useRef, useState } from 'react';
import type { LastSave } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot } from '@warmline/ui';
import { commonWords } from '../../../shared/i18n/common-words';
import { LastSaveBanner } from '../last-save';
import { setupWords } from '../setup-words';
import { hoursWords } from './hours-words';
import type { DraftInUse } from './use-draft';

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

export interface PlanSavingProps {
  readonly draft: DraftInUse;
  readonly last: LastSave | null;
  /** What saving changes. */
  readonly sentences: readonly string[];
  /** It closes the chat at some time, so it has to be confirmed. */
  readonly closes: boolean;
  readonly words: { readonly save: string; readonly saved: string };
  /** Shows what is wrong with the draft, and says whether it may be saved. */
  readonly onTry: () => boolean;
}

/** Below a plan: what it changes, and the buttons to save, discard and undo it. */
export const PlanSaving = ({ draft, last, sentences, closes, words, onTry }: PlanSavingProps) => {
  const [isAsked, setAsked] = useState(false);
  const saved = useRef<HTMLDivElement>(null);
  const { isSaved } = draft;
  // The button that was pressed is off now, and would drop the focus into the plan.
  useEffect(() => {
    if (isSaved && !isAsked) saved.current?.focus();
  }, [isSaved, isAsked]);
  const send = async (): Promise<void> => {
    await draft.save();
    setAsked(false);
  };
  const trySave = (): void => {
    if (!onTry()) return;
    if (closes) setAsked(true);
    else void send();
  };
  return (
    <>
      <WhatChanges sentences={sentences} closes={closes} />
      {draft.mistake === null ? null : <Banner tone="grave">{draft.mistake}</Banner>}
      {isSaved ? (
        <div ref={saved} tabIndex={-1}>
          <Banner icon="check">{words.saved}</Banner>
        </div>
      ) : null}
      {draft.isChanged ? null : (
        <LastSaveBanner last={last} isBusy={draft.isBusy} isAsked={false} onUndo={() => void draft.undo()} />
      )}
      <div className="hours__foot">
        {draft.isChanged ? <Button onPress={draft.discard}>{hoursWords.discard}</Button> : null}
        <Button
          kind={closes ? 'grave' : 'main'}
          isBusy={draft.isBusy}
          isDisabled={!draft.isChanged}
          onPress={trySave}
        >
          {draft.isBusy ? setupWords.saving : words.save}
        </Button>
      </div>
      {isAsked ? (
        <ConfirmClosing
          sentences={sentences}
          isBusy={draft.isBusy}
          onSave={() => void send()}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
};
