import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Banner, Button, Card, Dialog, DialogFoot } from '@warmline/ui';
import { commonWords } from '../../../shared/i18n/common-words';
import { locale } from '../../../shared/i18n/locale';
import { setupWords } from '../setup-words';
import { useLeaveNow, useLeavers } from './leavers';
import { peopleWords } from './people-words';

const said = peopleWords.leaving;
const day = new Intl.DateTimeFormat(locale.formats, { dateStyle: 'full' });

interface LeaveNowProps {
  readonly name: string;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onAsk: () => void;
}

const LeaveNowDialog = ({ name, isBusy, onClose, onAsk }: LeaveNowProps) => (
  <Dialog title={said.nowTitle(name)} isOpen onClose={onClose}>
    <p>{said.nowLead}</p>
    <DialogFoot>
      <Button autoFocus onPress={onClose}>
        {commonWords.cancel}
      </Button>
      <Button kind="grave" isBusy={isBusy} onPress={onAsk}>
        {said.ask}
      </Button>
    </DialogFoot>
  </Dialog>
);

/** Of someone who is not active: when they leave, what that means, and that it may be sooner. */
export const LeavingCard = ({ signInName, name }: { readonly signInName: string; readonly name: string }) => {
  const query = useLeavers();
  const { leaveNow, dialog } = useLeaveNow();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const leaver = query.data?.people.find((one) => one.signInName === signInName);
  const ask = async (): Promise<void> => {
    setBusy(true);
    const isAsked = await leaveNow(signInName);
    setBusy(false);
    setOpen(false);
    setFailed(!isAsked);
  };
  if (leaver === undefined)
    return (
      <Card title={said.title}>
        <p>{query.isError ? said.unknown : setupWords.loading}</p>
      </Card>
    );
  return (
    <Card
      title={said.title}
      actions={
        leaver.isAsked ? undefined : (
          <Button size="small" onPress={() => setOpen(true)}>
            {said.now}
          </Button>
        )
      }
    >
      {hasFailed ? <Banner tone="grave">{said.notAsked}</Banner> : null}
      <p>{said.leavesAt(day.format(leaver.leavesAt))}</p>
      <p className="people__soft">{said.means}</p>
      {leaver.isAsked ? (
        <p>
          {said.isAsked} <Link to="/setup/access">{said.toAccess}</Link>
        </p>
      ) : null}
      {isOpen ? (
        <LeaveNowDialog name={name} isBusy={isBusy} onClose={() => setOpen(false)} onAsk={() => void ask()} />
      ) : null}
      {dialog}
    </Card>
  );
};
