import type { CaseloadItem } from '@warmline/contracts';
import { Tick } from '@warmline/ui';
import { endWords } from './conversation-words';

/** As far as a desk knows it: answered first, or a colleague has set the safety answer. The server decides. */
export const wasInDanger = ({ band, safety }: CaseloadItem): boolean => band === 1 || safety.by !== 'visitor';

interface AskAfterProps {
  readonly isAsked: boolean;
  readonly onChange: (isAsked: boolean) => void;
}

/** Off by default: a visitor who was in danger is asked how the chat was only where their responder allows it. */
export const AskAfter = ({ isAsked, onChange }: AskAfterProps) => (
  <Tick label={endWords.questions} hint={endWords.questionsHint} isTicked={isAsked} onChange={onChange} />
);
