import { useState } from 'react';
import { Button } from '@warmline/ui';
import { secondFactorWords } from './second-factor-words';
import './second-factor.css';

const said = secondFactorWords.codes;

export interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Shown this once: only the person says when they are done. */
export const RecoveryCodes = ({ codes, onKept }: RecoveryCodesProps) => {
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="second-factor">
      <p>{said.lead}</p>
      <ul className="second-factor__codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button onPress={copy}>{isCopied ? said.copied : said.copy}</Button>
      <Button kind="main" onPress={onKept}>
        {said.kept}
      </Button>
    </div>
  );
};
