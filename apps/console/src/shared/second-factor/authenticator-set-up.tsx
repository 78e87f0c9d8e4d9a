import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { AuthenticatorDraft } from '@warmline/contracts';
import { PanelState } from '@warmline/ui';
import type { Refusal } from '@warmline/vocabulary';
import { commonWords } from '../i18n/common-words';
import type { HttpAnswer } from '../session/ask-http';
import { Refused } from '../session/session-requests';
import { CodeForm } from './code-form';
import { QrCode } from './qr-code';
import { secondFactorWords } from './second-factor-words';

const said = secondFactorWords.setUp;

const inGroups = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');

export interface AuthenticatorSetUpProps {
  readonly begin: () => Promise<HttpAnswer<AuthenticatorDraft>>;
  /** Null once the first code was right. */
  readonly onCode: (code: string) => Promise<Refusal | null>;
}

/** A secret to scan or to type, and the first code of it. */
export const AuthenticatorSetUp = ({ begin, onCode }: AuthenticatorSetUpProps) => {
  const query = useQuery<AuthenticatorDraft>({
    // Once for each time it is shown: a second secret would not fit what was scanned. Nothing keeps it afterwards.
    queryKey: ['authenticator-draft', useId()],
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async () => {
      const answer = await begin();
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });
  return (
    <PanelState
      content={query.data}
      loading={said.loading}
      hasFailed={query.isError}
      failed={said.failed}
      tryAgain={commonWords.tryAgain}
      onTryAgain={() => void query.refetch()}
    >
      {({ secret, uri }) => (
        <div className="second-factor">
          <p>{said.first}</p>
          <QrCode text={uri} label={said.picture} />
          <p>
            {said.orType} <code className="second-factor__secret">{inGroups(secret)}</code>
          </p>
          <p>{said.then}</p>
          <CodeForm button={said.confirm} mayRecover={false} onCode={({ code }) => onCode(code)} />
          <p className="second-factor__soft">{said.clock}</p>
        </div>
      )}
    </PanelState>
  );
};
