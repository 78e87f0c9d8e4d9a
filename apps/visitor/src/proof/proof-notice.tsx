import { useEffect, useRef } from 'preact/hooks';
import type { Chat } from '../conversation/chat';
import { words } from '../language/catalogue';
import { usePage } from '../page/page-context';
import { useSignal } from '../page/use-signal';
import { HelpBeside } from '../waiting/wait-estimate';
import type { ProofProgress } from './make-proof';

const Progress = ({ found, of }: ProofProgress) => (
  <label class="proof">
    {words.proof.part(`${found + 1}`, `${of}`)}
    <progress max={of} value={found} />
  </label>
);

/** Read out once at its beginning and once at its end, not at every step. */
const useSpoken = (text: string, isRunning: boolean): void => {
  const { announcer } = usePage();
  const wasRunning = useRef(false);
  useEffect(() => {
    if (isRunning) announcer.say(text);
    else if (wasRunning.current) announcer.say(words.proof.done);
    wasRunning.current = isRunning;
  }, [isRunning, text, announcer]);
};

/** Before the chat: the check, and who can be called while it runs. */
export const ProofFirst = ({ progress }: { readonly progress: ProofProgress }) => {
  useSpoken(words.proof.lead, true);
  return (
    <>
      <p class="lead">{words.proof.lead}</p>
      <Progress {...progress} />
      <HelpBeside />
    </>
  );
};

/** In the queue: the check runs beside everything else. */
export const ProofBeside = ({ chat }: { readonly chat: Chat }) => {
  const progress = useSignal(chat.proof);
  useSpoken(words.proof.beside, progress !== null);
  if (progress === null) return null;
  return (
    <div class="notice">
      <p>{words.proof.beside}</p>
      <Progress {...progress} />
    </div>
  );
};
