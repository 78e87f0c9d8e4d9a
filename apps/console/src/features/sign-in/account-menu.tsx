import { useState } from 'react';
import type { Session } from '@warmline/contracts';
import { Button, Dialog, DialogFoot, Dot, MenuButton } from '@warmline/ui';
import { setSendKey, useSendKey } from '../../shared/desk/send-key';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useLive } from '../../shared/live/live-provider';
import { signInWords } from './sign-in-words';

export interface AccountMenuProps {
  readonly staff: Session['staff'];
  readonly isSoundOn: boolean;
  readonly onSound: (isOn: boolean) => void;
  readonly onAccount: () => void;
  readonly onFeedback: () => void;
  readonly onShortcuts: () => void;
  readonly onHide: () => void;
  readonly onPractise: () => void;
  readonly onSignOut: () => void;
}

type Key = 'account' | 'feedback' | 'practise' | 'sound' | 'send_key' | 'shortcuts' | 'hide' | 'sign_out';

/** What would be left behind by signing out now, in words; empty when nothing would. */
const useLeavings = (): readonly string[] => {
  const caseload = useLive((live) => live.desk?.caseload);
  const threads = useLive((live) => live.threads);
  const names = (caseload ?? [])
    .filter((item) => item.state === 'talking')
    .map((item) => visitorCalled(item.visitorName, item.conversationId));
  const hasUnsent = Object.values(threads).some((thread) =>
    thread.outgoing.some((message) => message.status.name !== 'sent'),
  );
  return [
    ...(names.length === 0 ? [] : [signInWords.signOutHolding(names.join(', '))]),
    ...(hasUnsent ? [signInWords.signOutUnsent] : []),
  ];
};

export const AccountMenu = (props: AccountMenuProps) => {
  const { staff, isSoundOn, onSound, onAccount, onFeedback, onShortcuts, onHide, onPractise, onSignOut } =
    props;
  const [isAsking, setAsking] = useState(false);
  const leavings = useLeavings();
  const sendKey = useSendKey();
  const newFeedback = useLive((live) => live.desk?.newFeedback ?? 0);
  const act: Readonly<Record<Key, () => void>> = {
    practise: onPractise,
    account: onAccount,
    feedback: onFeedback,
    sound: () => onSound(!isSoundOn),
    send_key: () => setSendKey(sendKey === 'enter' ? 'with_ctrl' : 'enter'),
    shortcuts: onShortcuts,
    hide: onHide,
    sign_out: () => (leavings.length === 0 ? onSignOut() : setAsking(true)),
  };
  return (
    <>
      <MenuButton<Key>
        label={
          newFeedback === 0
            ? signInWords.myself(staff.name)
            : signInWords.myselfTold(staff.name, signInWords.newFeedback(newFeedback))
        }
        entries={[
          { key: 'practise', label: signInWords.practise, hint: signInWords.practiseHint },
          { key: 'account', label: signInWords.account },
          {
            key: 'feedback',
            label: signInWords.feedback,
            ...(newFeedback === 0 ? {} : { hint: signInWords.newFeedback(newFeedback) }),
          },
          {
            key: 'sound',
            label: isSoundOn ? signInWords.soundOn : signInWords.soundOff,
            hint: signInWords.soundHint,
          },
          {
            key: 'send_key',
            label: sendKey === 'enter' ? signInWords.enterSends : signInWords.ctrlSends,
            hint: signInWords.sendKeyHint,
          },
          { key: 'hide', label: signInWords.hide },
          { key: 'shortcuts', label: signInWords.shortcuts },
          { key: 'sign_out', label: signInWords.signOut },
        ]}
        onChoose={(key) => act[key]()}
      >
        <span className="status-bar__name">{staff.name}</span>
        {newFeedback === 0 ? null : <Dot tone="notice" />}
      </MenuButton>
      <Dialog title={signInWords.signOutTitle} isOpen={isAsking} onClose={() => setAsking(false)}>
        {leavings.map((leaving) => (
          <p key={leaving}>{leaving}</p>
        ))}
        <DialogFoot>
          <Button onPress={() => setAsking(false)} autoFocus>
            {signInWords.stay}
          </Button>
          <Button kind="grave" onPress={onSignOut}>
            {signInWords.signOut}
          </Button>
        </DialogFoot>
      </Dialog>
    </>
  );
};
