import { useState, type ReactNode } from 'react';
import type { Refusal } from '@warmline/vocabulary';
import type { HttpAnswer } from '../session/ask-http';
import { ProveAgain } from './prove-again';

type Act = () => Promise<Refusal | null>;

interface Asking {
  readonly act: Act;
  readonly settle: (refusal: Refusal | null) => void;
}

/** Runs acts that need a fresh proof: where it is too old the person is asked for one, and the act goes on by itself. */
export const useFreshProof = (): {
  readonly run: (act: Act) => Promise<Refusal | null>;
  /** As `run`, for one request; its answer once the person has proved who they are. `proof_old` where they did not. */
  readonly ask: <Value>(send: () => Promise<HttpAnswer<Value>>) => Promise<HttpAnswer<Value>>;
  readonly dialog: ReactNode;
} => {
  const [asking, setAsking] = useState<Asking | null>(null);
  const run = async (act: Act): Promise<Refusal | null> => {
    const refusal = await act();
    if (refusal !== 'proof_old') return refusal;
    return new Promise((resolve) => setAsking({ act, settle: resolve }));
  };
  const ask = async <Value,>(send: () => Promise<HttpAnswer<Value>>): Promise<HttpAnswer<Value>> => {
    const answers: HttpAnswer<Value>[] = [];
    const refusal = await run(async () => {
      const answer = await send();
      answers.push(answer);
      return answer.ok ? null : answer.refusal;
    });
    return answers.at(-1) ?? { ok: false, refusal: refusal ?? 'unavailable' };
  };
  const close = (): void => {
    asking?.settle('proof_old');
    setAsking(null);
  };
  const goOn = (): void => {
    setAsking(null);
    if (asking !== null) void asking.act().then(asking.settle);
  };
  return { run, ask, dialog: asking === null ? null : <ProveAgain onProved={goOn} onClose={close} /> };
};
