import type { InviteLink } from '@warmline/contracts';
import { Button, Dialog, DialogFoot } from '@warmline/ui';
import { PassOnLink } from '../../shared/session/pass-on-link';
import { setupWords } from './setup-words';

export interface InviteLinksProps {
  readonly invites: readonly InviteLink[];
  readonly onDone: () => void;
}

/** Shown once: only the button closes it, after the links were passed on. */
export const InviteLinks = ({ invites, onDone }: InviteLinksProps) => (
  <Dialog title={setupWords.invitesTitle} isOpen={invites.length > 0} onClose={() => undefined}>
    <p>{setupWords.invitesLead}</p>
    <dl className="setup__passwords">
      {invites.map((invite) => (
        <div key={invite.signInName} className="setup__password">
          <dt>{invite.signInName}</dt>
          <dd>
            <PassOnLink invite={invite} />
          </dd>
        </div>
      ))}
    </dl>
    <DialogFoot>
      <Button kind="main" onPress={onDone}>
        {setupWords.invitesDone}
      </Button>
    </DialogFoot>
  </Dialog>
);
