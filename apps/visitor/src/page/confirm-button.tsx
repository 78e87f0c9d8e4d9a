import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface ConfirmedProps {
  readonly label: string;
  readonly ask: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
}

/** A button that asks once more before it acts. Saying no brings the focus back to it. */
export const ConfirmButton = ({ label, ask, yes, no, onYes }: ConfirmedProps) => {
  const [isAsking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useLayoutEffect(() => {
    if (isAsking) first.current?.focus();
    else if (wasAsking.current) button.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  if (!isAsking)
    return (
      <button ref={button} type="button" class="quiet" onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  return (
    <div class="ask" role="group" aria-label={label}>
      <p>{ask}</p>
      <div class="row">
        <button ref={first} type="button" onClick={() => setAsking(false)}>
          {no}
        </button>
        <button type="button" class="quiet" onClick={onYes}>
          {yes}
        </button>
      </div>
    </div>
  );
};
