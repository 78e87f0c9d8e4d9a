import { useRef, useState, type FormEvent } from 'react';
import type { NewOnCallContact, OnCallAdded } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, OneOf, TextField } from '@warmline/ui';
import { focusFirstMistake } from '../../shared/page/catch-focus';
import { onCallWords } from './on-call-words';

const said = onCallWords;

interface AddContactProps {
  readonly canMail: boolean;
  /** Null when the server refused it or did not answer. */
  readonly onAdd: (contact: NewOnCallContact) => Promise<OnCallAdded | null>;
  readonly onClose: () => void;
}

type Mistake = { readonly text: string; readonly isOfAddress: boolean } | null;

/** What is wrong with the address: that there is none, or what the server said of it. */
const wrongAddress = (
  kind: NewOnCallContact['kind'],
  address: string,
  mistake: Mistake,
): string | undefined => {
  if (address.trim() === '') return said.addressMissing[kind];
  return mistake?.isOfAddress === true ? mistake.text : undefined;
};

const wrongLabel = (label: string): string | undefined =>
  label.trim() === '' ? said.labelMissing : undefined;

/** One new contact. A webhook's secret is shown once it is saved. */
export const AddContact = ({ canMail, onAdd, onClose }: AddContactProps) => {
  const [kind, setKind] = useState<NewOnCallContact['kind']>(canMail ? 'email' : 'webhook');
  const [label, setLabel] = useState('');
  const [address, setAddress] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [mistake, setMistake] = useState<Mistake>(null);
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (label.trim() === '' || address.trim() === '') return focusFirstMistake(form.current);
    setBusy(true);
    const answer = await onAdd({ kind, label, address });
    setBusy(false);
    if (answer === null) return setMistake({ text: said.notAdded, isOfAddress: false });
    if (answer.outcome === 'added') return onClose();
    const text = said.problems[answer.problem];
    setMistake({ text, isOfAddress: answer.problem !== 'too_many' });
  };
  return (
    <Dialog title={said.add} isOpen onClose={onClose}>
      <form className="on-call__form" ref={form} onSubmit={(event) => void add(event)} noValidate>
        {mistake === null || mistake.isOfAddress ? null : <Banner tone="grave">{mistake.text}</Banner>}
        <OneOf
          label={said.kind}
          {...(canMail ? {} : { hint: said.noMail })}
          choices={(['email', 'webhook'] as const).map((value) => ({
            value,
            label: said.kinds[value],
            hint: said.kindHints[value],
            isDisabled: value === 'email' && !canMail,
          }))}
          shape="lines"
          value={kind}
          onChange={setKind}
        />
        <TextField
          label={said.label}
          hint={said.labelHint}
          value={label}
          onChange={setLabel}
          isRequired
          maxLength={60}
          validationBehavior="aria"
          mistake={isChecked ? wrongLabel(label) : undefined}
        />
        <TextField
          label={said.address[kind]}
          hint={said.addressHint[kind]}
          value={address}
          onChange={setAddress}
          isRequired
          maxLength={500}
          // The mistake comes from the server, which is asked again: it must not keep the form from being sent.
          validationBehavior="aria"
          mistake={isChecked ? wrongAddress(kind, address, mistake) : undefined}
        />
        <DialogFoot>
          <Button onPress={onClose}>{said.cancel}</Button>
          <Button kind="main" type="submit" isBusy={isBusy}>
            {said.save}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
};
