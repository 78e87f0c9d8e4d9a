import { useEffect } from 'preact/hooks';
import { words } from '../language/catalogue';
import { usePage } from '../page/page-context';
import type { ProofProgress } from './make-proof';

interface ProofNoticeProps {
  /** Read out once, and not at every step. */
  readonly text: string;
  /** Null where nothing is under way. */
  readonly progress: ProofProgress | null;
}

/** The page does a proof of work, or cannot. The visitor has nothing to do. */
export const ProofNotice = ({ text, progress }: ProofNoticeProps) => {
  const { announcer } = usePage();
  useEffect(() => announcer.say(text), [text, announcer]);
  return (
    <div class="notice">
      <p>{text}</p>
      {progress && (
        <label class="proof">
          {words.proof.part(progress.found + 1, progress.of)}
          <progress max={progress.of} value={progress.found} />
        </label>
      )}
    </div>
  );
};
