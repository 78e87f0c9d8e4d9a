import { useState, type FormEvent } from 'react';
import type { Account } from '@warmline/contracts';
import { Banner, Button, Card, TextField } from '@warmline/ui';
import { hasHiddenInName, isBlank, STAFF_NAME_MOST } from '@warmline/vocabulary';
import { changeNames } from './account-requests';
import { accountWords } from './account-words';
import type { ChangeAccount } from './use-account';

const said = accountWords.names;

export interface NamesCardProps {
  readonly account: Account;
  readonly onChange: ChangeAccount;
}

interface Mistakes {
  readonly name?: string | undefined;
  readonly visitorName?: string | undefined;
}

/** Spaces around it are cut off before it is sent. */
const hiddenIn = (name: string): string | undefined =>
  hasHiddenInName(name.trim()) ? said.nameHidden : undefined;

const mistakesOf = (name: string, visitorName: string): Mistakes => ({
  name: isBlank(name) ? said.nameMissing : hiddenIn(name),
  visitorName: isBlank(visitorName) ? undefined : hiddenIn(visitorName),
});

/** The own name, and the one visitors see. */
export const NamesCard = ({ account, onChange }: NamesCardProps) => {
  const [name, setName] = useState(account.name);
  const [visitorName, setVisitorName] = useState(account.visitorName ?? '');
  const [isBusy, setBusy] = useState(false);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [told, setTold] = useState<'saved' | 'failed' | null>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = mistakesOf(name, visitorName);
    setMistakes(found);
    setTold(null);
    if (Object.values(found).some((mistake) => mistake !== undefined) || isBusy) return;
    setBusy(true);
    const names = { name: name.trim(), visitorName: isBlank(visitorName) ? null : visitorName.trim() };
    const refusal = await onChange((parts) => changeNames(parts, names));
    setBusy(false);
    setTold(refusal === null ? 'saved' : 'failed');
  };
  return (
    <Card title={said.title} lead={said.lead}>
      <form className="account__form" onSubmit={(event) => void save(event)} noValidate>
        {told === null ? null : (
          <Banner tone={told === 'saved' ? 'calm' : 'notice'} icon={told === 'saved' ? 'check' : 'warn'}>
            {told === 'saved' ? said.saved : accountWords.notDone}
          </Banner>
        )}
        <TextField
          label={said.name}
          autoComplete="name"
          maxLength={STAFF_NAME_MOST}
          value={name}
          onChange={setName}
          mistake={mistakes.name}
          validationBehavior="aria"
        />
        <TextField
          label={said.visitorName}
          hint={said.visitorNameHint}
          autoComplete="off"
          maxLength={STAFF_NAME_MOST}
          value={visitorName}
          onChange={setVisitorName}
          mistake={mistakes.visitorName}
          validationBehavior="aria"
        />
        <Button kind="main" type="submit" isBusy={isBusy}>
          {said.save}
        </Button>
      </form>
    </Card>
  );
};
