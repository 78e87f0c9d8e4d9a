import { useState, type FormEvent } from 'react';
import type { NewWallLink } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, OneOf, TextField } from '@warmline/ui';
import { isBlank, WALL_LINK_DAYS, WALL_LINK_LABEL_MOST, type WallLinkDays } from '@warmline/vocabulary';
import { wallLinksWords } from './wall-links-words';

const said = wallLinksWords;

const CHOICES = WALL_LINK_DAYS.map((days) => ({ value: `${days}` as const, label: said.lastsDays[days] }));

export interface MakeDialogProps {
  /** Resolves to what went wrong, in words; null when it is made. */
  readonly onMake: (link: NewWallLink) => Promise<string | null>;
  readonly onClose: () => void;
}

/** One new link. */
export const MakeDialog = ({ onMake, onClose }: MakeDialogProps) => {
  const [label, setLabel] = useState('');
  const [lasts, setLasts] = useState<WallLinkDays>(90);
  const [isBusy, setBusy] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (isBlank(label)) return;
    setBusy(true);
    const wrong = await onMake({ label: label.trim(), lasts });
    setBusy(false);
    if (wrong === null) onClose();
    else setMistake(wrong);
  };
  return (
    <Dialog title={said.add} isOpen onClose={onClose}>
      <form className="wall-links__form" noValidate onSubmit={(event) => void make(event)}>
        {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
        <TextField
          label={said.label}
          hint={said.labelHint}
          value={label}
          onChange={setLabel}
          maxLength={WALL_LINK_LABEL_MOST}
          validationBehavior="aria"
          autoFocus
          mistake={isChecked && isBlank(label) ? said.labelMissing : undefined}
        />
        <OneOf
          label={said.lasts}
          choices={CHOICES}
          value={`${lasts}`}
          onChange={(chosen) => setLasts(WALL_LINK_DAYS.find((days) => `${days}` === chosen) ?? lasts)}
        />
        <DialogFoot>
          <Button onPress={onClose}>{said.cancel}</Button>
          <Button kind="main" type="submit" isBusy={isBusy}>
            {said.make}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
};

/** Shown once: only the button closes it. */
export const LinkDialog = ({
  address,
  onDone,
}: {
  readonly address: string;
  readonly onDone: () => void;
}) => {
  const [told, setTold] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setTold(said.copied);
    } catch {
      setTold(said.notCopied);
    }
  };
  return (
    <Dialog title={said.shownTitle} isOpen onClose={() => undefined}>
      <p>{said.shownLead}</p>
      <p>
        <code className="wall-links__address" dir="ltr">
          {address}
        </code>
      </p>
      <p role="status">{told}</p>
      <DialogFoot>
        <Button onPress={() => void copy()}>{said.copy}</Button>
        <Button kind="main" onPress={onDone}>
          {said.shownDone}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};

export interface RevokeDialogProps {
  readonly label: string;
  readonly onRevoke: () => void;
  readonly onClose: () => void;
}

export const RevokeDialog = ({ label, onRevoke, onClose }: RevokeDialogProps) => (
  <Dialog title={said.revokeTitle(label)} isOpen onClose={onClose} isLight>
    <p>{said.revokeLead}</p>
    <DialogFoot>
      <Button onPress={onClose} autoFocus>
        {said.keep}
      </Button>
      <Button kind="grave" onPress={onRevoke}>
        {said.revoke}
      </Button>
    </DialogFoot>
  </Dialog>
);
