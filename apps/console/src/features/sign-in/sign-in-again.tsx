import type { Session } from '@warmline/contracts';
import { Banner, Dialog } from '@warmline/ui';
import type { SessionLoss } from '../../shared/session/session-state';
import { SignInFields } from './sign-in-form';
import { signInWords } from './sign-in-words';

export interface SignInAgainProps {
  readonly loss: SessionLoss | null;
  readonly onSignedIn: (session: Session) => void;
}

const noteOf = (loss: SessionLoss): string =>
  loss === 'changed' ? signInWords.againChanged : signInWords.againEnded;

/** Signs in over the page whose session is gone, so that what is half typed there stays. */
export const SignInAgain = ({ loss, onSignedIn }: SignInAgainProps) =>
  loss === null ? null : (
    <Dialog title={signInWords.again} isOpen onClose={() => {}}>
      <SignInFields onSignedIn={onSignedIn} note={<Banner icon="note">{noteOf(loss)}</Banner>} />
    </Dialog>
  );
