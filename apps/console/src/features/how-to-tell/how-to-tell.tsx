import { useState } from 'react';
import { Banner, Button } from '@warmline/ui';
import { useLive } from '../../shared/live/live-provider';
import { setNotification, useNotificationState } from '../../shared/page/notification';
import { setSound, useIsSoundOn } from '../../shared/page/sound';
import { howToTellWords } from './how-to-tell-words';

const said = howToTellWords;
const KEY = 'warmline.told-how';

const isAnswered = (): boolean => {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    // Without storage it would be asked in every shift.
    return true;
  }
};

const keepAnswer = (): void => {
  try {
    localStorage.setItem(KEY, 'yes');
  } catch {
    // It is hidden until the page is closed.
  }
};

const Notifications = () => {
  const state = useNotificationState();
  if (state === 'missing') return null;
  if (state === 'off')
    return (
      <Button size="small" onPress={() => void setNotification(true)}>
        {said.notify}
      </Button>
    );
  return <span>{state === 'on' ? said.notifyOn : said.notifyRefused}</span>;
};

/** Asked once on each device, in the first shift there: a test tone, and whether the system may tell them. */
export const HowToTell = () => {
  const isOnShift = useLive(({ desk }) => desk?.me.availability === 'available');
  const isSoundOn = useIsSoundOn();
  const [isOver, setOver] = useState(isAnswered);
  if (isOver || !isOnShift) return null;
  const done = (): void => {
    keepAnswer();
    setOver(true);
  };
  return (
    <section aria-label={said.title}>
      <Banner
        icon="notification"
        isSpoken={false}
        actions={
          <>
            <Button size="small" onPress={() => setSound(true)}>
              {isSoundOn ? said.soundOn : said.test}
            </Button>
            <Notifications />
            <Button size="small" kind="quiet" onPress={done}>
              {said.done}
            </Button>
          </>
        }
      >
        <strong>{said.title}</strong> {said.lead}
      </Banner>
    </section>
  );
};
