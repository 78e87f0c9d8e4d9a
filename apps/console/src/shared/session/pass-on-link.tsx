import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { InviteLink } from '@warmline/contracts';
import { Banner, Button, TextField } from '@warmline/ui';
import { isMailbox, MAILBOX_MOST, type OnCallResult, type Refusal } from '@warmline/vocabulary';
import { useParts } from '../page/parts';
import type { HttpAnswer } from './ask-http';
import { CopyLink } from './copy-link';
import { mailInvite } from './mail-invite';
import { passOnWords } from './pass-on-words';

const said = passOnWords;

/** What came of an e-mail, and to which address. */
interface Told {
  readonly address: string;
  readonly result: 'sent' | keyof typeof said.why;
}

const OVER: readonly Refusal[] = [
  'not_found',
  'link_over',
  'invite_used',
  'invite_expired',
  'invite_revoked',
];

const resultOf = (answer: HttpAnswer<{ readonly result: OnCallResult }>): Told['result'] => {
  if (answer.ok) return answer.value.result;
  if (OVER.includes(answer.refusal)) return 'over';
  return answer.refusal === 'too_fast' ? 'too_fast' : 'unavailable';
};

const Result = ({ address, result }: Told) =>
  result === 'sent' ? (
    <Banner icon="check">{said.sent(address)}</Banner>
  ) : (
    <Banner tone="grave">{said.notSent(said.why[result])}</Banner>
  );

/** Sends the link while the person waits: it is on this page only, and goes nowhere else to be kept. */
const MailLink = ({ invite }: { readonly invite: InviteLink }) => {
  const parts = useParts();
  const queries = useQueryClient();
  const [address, setAddress] = useState('');
  const [mistake, setMistake] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    const to = address.trim();
    setMistake(isMailbox(to) ? undefined : said.addressMissing);
    if (!isMailbox(to)) return;
    setBusy(true);
    const token = invite.link.split('#invite=')[1] ?? '';
    const result = resultOf(await mailInvite(parts, { token, address: to }));
    setBusy(false);
    setTold({ address: to, result });
    void queries.invalidateQueries({ queryKey: ['setup', 'invites'] });
  };
  return (
    <form className="pass-on" onSubmit={(event) => void send(event)} noValidate>
      <TextField
        label={said.address(invite.signInName)}
        hint={said.addressHint}
        type="email"
        autoComplete="off"
        maxLength={MAILBOX_MOST}
        value={address}
        onChange={setAddress}
        mistake={mistake}
        validationBehavior="aria"
      />
      <div aria-live="polite">{told === null ? null : <Result {...told} />}</div>
      <Button type="submit" isBusy={isBusy}>
        {told === null ? said.send : said.sendAgain}
      </Button>
    </form>
  );
};

/** A one-time link to an account: to copy, and to send by e-mail where there is a mail server. */
export const PassOnLink = ({ invite }: { readonly invite: InviteLink }) => (
  <>
    <CopyLink link={invite.link} whose={invite.signInName} />
    {invite.canMail ? <MailLink invite={invite} /> : null}
  </>
);
