import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { Banner, Button } from '@warmline/ui';
import { useClient, useLive } from '../../shared/live/live-provider';
import { practiceWords } from './practice-words';

const said = practiceWords;

interface Invitation {
  readonly practiceId: string;
  readonly by: string;
}

/** The practice in which a colleague asks this person to play the visitor; null while there is none. */
const useInvitation = (): Invitation | null => {
  const client = useClient();
  const isOnline = useLive(({ connection }) => connection.name === 'online');
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const look = useCallback(() => {
    void client.send('practice:list', {}).then((outcome) => {
      if (outcome.kind !== 'done') return;
      const asked = outcome.value.recent.find(({ part, result }) => part === 'visitor' && result === null);
      setInvitation(asked === undefined ? null : { practiceId: asked.practiceId, by: asked.responder.name });
    });
  }, [client]);
  useEffect(() => {
    if (isOnline) look();
  }, [isOnline, look]);
  useEffect(() => client.onPractice(look), [client, look]);
  return invitation;
};

/** A colleague asks this person to play a visitor. It takes no focus and makes no sound: nobody is in need. */
export const PracticeInvitation = () => {
  const invitation = useInvitation();
  const navigate = useNavigate();
  const [later, setLater] = useState<string | null>(null);
  if (invitation === null || invitation.practiceId === later) return null;
  const { practiceId, by } = invitation;
  return (
    <Banner
      icon="speech"
      actions={
        <>
          <Button
            size="small"
            onPress={() => {
              setLater(practiceId);
              void navigate({ to: '/practice/$practiceId', params: { practiceId } });
            }}
          >
            {said.askedSee}
          </Button>
          <Button size="small" kind="quiet" onPress={() => setLater(practiceId)}>
            {said.askedLater}
          </Button>
        </>
      }
    >
      {said.asked(by)}
    </Banner>
  );
};
