import { useState } from 'react';
import { Button } from '@warmline/ui';
import { commonWords } from '../i18n/common-words';
import './copy-link.css';

export interface CopyLinkProps {
  readonly link: string;
  /** The sign-in name of the person it is for. */
  readonly whose: string;
}

/** A one-time link, to copy with one press or by hand. */
export const CopyLink = ({ link, whose }: CopyLinkProps) => {
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <span className="copy-link">
      <code dir="ltr">{link}</code>
      <Button size="small" aria-label={commonWords.copyLinkOf(whose)} onPress={copy}>
        {isCopied ? commonWords.copied : commonWords.copyLink}
      </Button>
    </span>
  );
};
