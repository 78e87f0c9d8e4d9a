import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Banner, Button, Icon } from '@warmline/ui';
import { signInWords } from '../../features/sign-in/sign-in-words';
import { commonWords } from '../../shared/i18n/common-words';
import { refusalWords } from '../../shared/i18n/refusal-words';
import { usePageName } from '../../shared/page/page-title';
import { useParts } from '../../shared/page/parts';
import { ServiceLine } from '../../shared/page/service-line';
import { sessionQuery, signOut } from '../../shared/session/session-requests';
import { showStaff } from '../../shared/session/session-state';
import { endSigningOut, signingOut } from '../../shared/session/signing-out';
import '../../features/sign-in/sign-in-form.css';

/** The wait before each next try (ms); the last one repeats. */
const WAITS = [2_000, 4_000, 8_000, 15_000];

/** Shows nothing of the work, and tries until the server confirms that the session has ended. */
export const SigningOutScreen = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isLate, setLate] = useState(false);
  const [isHeld, setHeld] = useState(false);
  usePageName(signInWords.signOut);
  const title = useRef<HTMLHeadingElement>(null);
  // The page that was signed out from is gone, and its focus with it.
  useEffect(() => title.current?.focus(), [isLate, isHeld]);
  useEffect(() => {
    let isOver = false;
    let cancel = (): void => {};
    const staffId = signingOut(parts.tabStorage);
    // Named, so that a session of someone else on this browser is left alone.
    const forget = staffId === null ? () => {} : showStaff(staffId);
    const attempt = async (tries: number): Promise<void> => {
      const answer = await signOut(parts);
      if (isOver) return;
      if (answer.ok || answer.refusal === 'not_signed_in' || answer.refusal === 'session_changed') {
        endSigningOut(parts.tabStorage);
        queries.setQueryData(sessionQuery(parts).queryKey, null);
        void navigate({ to: '/sign-in', search: { why: 'left' }, replace: true });
        return;
      }
      if (answer.refusal === 'danger_held') {
        endSigningOut(parts.tabStorage);
        setHeld(true);
        return;
      }
      setLate(true);
      const wait = WAITS[Math.min(tries, WAITS.length - 1)] ?? 0;
      cancel = parts.clock.after(wait, () => void attempt(tries + 1));
    };
    void attempt(0);
    return () => {
      isOver = true;
      cancel();
      forget();
    };
  }, [parts, queries, navigate]);
  return (
    <main className="sign-in">
      <div className="sign-in__card">
        <p className="sign-in__product">
          <Icon name="speech" size={22} /> {commonWords.product}
        </p>
        <ServiceLine />
        <h1 className="sign-in__title" ref={title} tabIndex={-1}>
          {isLate || isHeld ? signInWords.notYetOut : signInWords.signingOut}
        </h1>
        {isHeld ? (
          <Banner
            tone="notice"
            icon="warn"
            actions={<Button onPress={() => void navigate({ to: '/' })}>{signInWords.backToDesk}</Button>}
          >
            {refusalWords.danger_held}
          </Banner>
        ) : null}
        {isLate ? (
          <Banner tone="notice" icon="warn">
            {signInWords.notYetOutWhy}
          </Banner>
        ) : null}
      </div>
    </main>
  );
};
