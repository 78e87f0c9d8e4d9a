import { useEffect } from 'preact/hooks';
import { words } from '../language/catalogue';
import { usePage } from '../page/page-context';
import type { ProofProgress } from './make-proof';

interface ProofNoticeProps extends ProofProgress {
  /** Read out once, and not at every step. */
  readonly text: string;
}

/** The page does a proof of work. The visitor has nothing to do. */
export const ProofNotice = ({ text, found, of }: ProofNoticeProps) => {
  const { announcer } = usePage();
  useEffect(() => announcer.say(text), [text, announcer]);
  return (
    <div class="notice">
      <p>{text}</p>
      <label class="proof">
        {words.proof.part(found + 1, of)}
        <progress max={of} value={found} />
      </label>
    </div>
  );
};
