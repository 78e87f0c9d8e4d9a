import { useState } from 'react';
import { Button } from '@warmline/ui';
import { threadWords } from './thread-words';

/** Copies own words, for when they cannot be sent from here any more. */
export const CopyButton = ({ text }: { readonly text: string }) => {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // The browser does not allow it; the text stays on screen and can be selected.
      setCopied(false);
    }
  };
  return (
    <Button size="small" onPress={() => void copy()}>
      {isCopied ? threadWords.copied : threadWords.copy}
    </Button>
  );
};
