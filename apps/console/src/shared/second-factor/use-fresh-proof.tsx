import { useState, type ReactNode } from 'react';
import type { Refusal } from '@warmline/vocabulary';
import { ProveAgain } from './prove-again';

type Act = () => Promise<Refusal | null>;

interface Asking {
  readonly act: Act;
  readonly settle: (refusal: Refusal | null) => void;
}

/** Runs acts that need a fresh proof: where it is too old the person is asked for one, and the act goes on by itself. */
export const useFreshProof = (): {
  readonly run: (act: Act) => Promise<Refusal | null>;
  readonly dialog: ReactNode;
} => {
  const [asking, setAsking] = useState<Asking | null>(null);
  const run = async (act: Act): Promise<Refusal | null> => {
    const refusal = await act();
    if (refusal !== 'proof_old') return refusal;
    return new Promise((resolve) => setAsking({ act, settle: resolve }));
  };
  const close = (): void => {
    asking?.settle('proof_old');
    setAsking(null);
  };
  const goOn = (): void => {
    setAsking(null);
    if (asking !== null) void asking.act().then(asking.settle);
  };
  return { run, dialog: asking === null ? null : <ProveAgain onProved={goOn} onClose={close} /> };
};
