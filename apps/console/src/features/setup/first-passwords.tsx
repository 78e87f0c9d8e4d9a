import { Button, Dialog, DialogFoot } from '@warmline/ui';
import { setupWords } from './setup-words';
import type { FirstPassword } from './use-list';

/** Shown once: only the button closes it, after the passwords were passed on. */
export const FirstPasswords = ({
  passwords,
  onDone,
}: {
  readonly passwords: readonly FirstPassword[];
  readonly onDone: () => void;
}) => (
  <Dialog title={setupWords.firstTitle} isOpen={passwords.length > 0} onClose={() => undefined}>
    <p>{setupWords.firstLead}</p>
    <dl className="setup__passwords">
      {passwords.map(({ signInName, password }) => (
        <div key={signInName} className="setup__password">
          <dt>{signInName}</dt>
          <dd>
            <code dir="ltr">{password}</code>
          </dd>
        </div>
      ))}
    </dl>
    <DialogFoot>
      <Button kind="main" onPress={onDone}>
        {setupWords.firstDone}
      </Button>
    </DialogFoot>
  </Dialog>
);
