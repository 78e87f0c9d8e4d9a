import { useEffect, useState } from 'react';
import { TextField } from '@warmline/ui';
import { SAFETY_TEXT_MAX } from '@warmline/vocabulary';
import { safetyPanelWords } from './safety-panel-words';

export interface WordsFieldProps {
  readonly label: string;
  /** As stored. */
  readonly words: string;
  /** Who wrote it and when; '' for nothing stored. */
  readonly writtenBy: string;
  readonly onSave: (words: string) => void;
}

/** A short text that is saved when the person leaves the field. What they write stays while someone else's change arrives. */
export const WordsField = ({ label, words, writtenBy, onSave }: WordsFieldProps) => {
  const [draft, setDraft] = useState<string | null>(null);
  const isChanged = draft !== null && draft !== words;
  useEffect(() => {
    setDraft((before) => (before === words ? null : before));
  }, [words]);
  return (
    <TextField
      label={label}
      rows={2}
      maxLength={SAFETY_TEXT_MAX}
      value={draft ?? words}
      hint={isChanged ? safetyPanelWords.notSaved : writtenBy}
      onChange={setDraft}
      onBlur={() => {
        if (isChanged) onSave(draft);
      }}
    />
  );
};
