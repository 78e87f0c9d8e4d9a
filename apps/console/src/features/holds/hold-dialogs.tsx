import { useState, type FormEvent } from 'react';
import type { NewRetentionRequest } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, OneOf } from '@warmline/ui';
import {
  ERASURE_REASONS,
  HOLD_REASONS,
  type ErasureReason,
  type HoldReason,
  type RetentionWish,
} from '@warmline/vocabulary';
import { holdsWords } from './holds-words';

const said = holdsWords;

type Wished = NewRetentionRequest extends infer Each
  ? Each extends { wish: unknown }
    ? Omit<Each, 'id' | 'conversationId'>
    : never
  : never;

const HINTS = { hold: said.holdHint, end_hold: said.endHint, erase: said.eraseHint } as const;

const wishedOf = (wish: RetentionWish, reason: string | null): Wished | null => {
  if (wish === 'end_hold') return { wish, reason: null };
  const holds = HOLD_REASONS.find((known: HoldReason) => known === reason);
  const erasures = ERASURE_REASONS.find((known: ErasureReason) => known === reason);
  if (wish === 'hold') return holds === undefined ? null : { wish, reason: holds };
  return erasures === undefined ? null : { wish, reason: erasures };
};

const reasonsOf = (wish: RetentionWish): readonly (HoldReason | ErasureReason)[] =>
  wish === 'hold' ? HOLD_REASONS : ERASURE_REASONS;

export interface AskDialogProps {
  readonly visitor: string;
  /** A held one can only be released. */
  readonly isHeld: boolean;
  /** Resolves to what went wrong, in words; null when it is asked. */
  readonly onAsk: (wished: Wished) => Promise<string | null>;
  readonly onClose: () => void;
}

/** One person asks; a second one answers. */
export const AskDialog = ({ visitor, isHeld, onAsk, onClose }: AskDialogProps) => {
  const [wish, setWish] = useState<RetentionWish>(isHeld ? 'end_hold' : 'hold');
  const [reason, setReason] = useState<HoldReason | ErasureReason | null>(null);
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const choices = isHeld ? (['end_hold'] as const) : (['hold', 'erase'] as const);
  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    const wished = wishedOf(wish, reason);
    if (wished === null) return;
    setBusy(true);
    const wrong = await onAsk(wished);
    setBusy(false);
    setMistake(wrong);
  };
  return (
    <Dialog title={said.askTitle(visitor)} isOpen onClose={onClose}>
      <form className="holds__form" noValidate onSubmit={(event) => void ask(event)}>
        {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
        <p>{said.askLead}</p>
        <OneOf
          label={said.what}
          shape="lines"
          choices={choices.map((value) => ({ value, label: said.wishes[value], hint: HINTS[value] }))}
          value={wish}
          onChange={(chosen) => {
            setWish(chosen);
            setReason(null);
            setChecked(false);
          }}
        />
        {wish === 'end_hold' ? null : (
          <OneOf
            label={said.why}
            choices={reasonsOf(wish).map((value) => ({ value, label: said.reasons[value] }))}
            shape="lines"
            value={reason}
            onChange={setReason}
            mistake={isChecked && reason === null ? said.whyMissing : undefined}
          />
        )}
        <DialogFoot>
          <Button onPress={onClose}>{said.cancel}</Button>
          <Button kind="main" type="submit" isBusy={isBusy}>
            {said.ask}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
};

export interface ConfirmDialogProps {
  readonly wish: 'erase' | 'end_hold';
  readonly visitor: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** What cannot be undone is asked once more. */
export const ConfirmDialog = ({ wish, visitor, onConfirm, onClose }: ConfirmDialogProps) => (
  <Dialog
    title={(wish === 'erase' ? said.eraseTitle : said.endTitle)(visitor)}
    isOpen
    onClose={onClose}
    isLight
  >
    <p>{wish === 'erase' ? said.eraseLead : said.endHint}</p>
    <DialogFoot>
      <Button onPress={onClose} autoFocus>
        {said.keep}
      </Button>
      <Button kind="grave" onPress={onConfirm}>
        {wish === 'erase' ? said.eraseNow : said.endNow}
      </Button>
    </DialogFoot>
  </Dialog>
);
