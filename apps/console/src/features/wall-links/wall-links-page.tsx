import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NewWallLink, WallLink } from '@warmline/contracts';
import { Banner, Button, Card, Empty, Mark, PanelState } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { locale } from '../../shared/i18n/locale';
import { refusalWords } from '../../shared/i18n/refusal-words';
import { useParts } from '../../shared/page/parts';
import { useFreshProof } from '../../shared/second-factor/use-fresh-proof';
import { LinkDialog, MakeDialog, RevokeDialog } from './wall-link-dialogs';
import { makeLink, revokeLink, wallLinksQuery } from './wall-links-requests';
import { wallLinksWords } from './wall-links-words';
import './wall-links.css';

const said = wallLinksWords;
const when = new Intl.DateTimeFormat(locale.formats, { dateStyle: 'medium', timeStyle: 'short' });

interface LinkCardProps {
  readonly link: WallLink;
  /** It opens nothing any more. */
  readonly isOver: boolean;
  readonly onRevoke: () => void;
  /** Nothing is lost with a link that is over, so nothing is asked. */
  readonly onRemove: () => void;
}

const LinkCard = ({ link, isOver, onRevoke, onRemove }: LinkCardProps) => {
  const { label, madeBy, madeAt, expiresAt, readAt } = link;
  return (
    <Card
      title={label}
      actions={
        isOver ? (
          <Button size="small" aria-label={said.removeOf(label)} onPress={onRemove}>
            {said.remove}
          </Button>
        ) : (
          <Button size="small" aria-label={said.revokeOf(label)} onPress={onRevoke}>
            {said.revoke}
          </Button>
        )
      }
    >
      <p>
        {isOver ? (
          <Mark tone="notice" icon="warn">
            {said.expired}
          </Mark>
        ) : null}{' '}
        {said.made(madeBy, when.format(madeAt))}{' '}
        {readAt === null ? said.never : said.read(when.format(readAt))}{' '}
        {(isOver ? said.over : said.until)(when.format(expiresAt))}
      </p>
    </Card>
  );
};

/** The address that a screen opens: the secret is after the `#`, so that no server and no log reads it. */
const addressOf = (secret: string): string => `${location.origin}/console/wall#${secret}`;

const useLinks = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const query = useQuery(wallLinksQuery(parts));
  const { queryKey } = wallLinksQuery(parts);
  const [secret, setSecret] = useState<string | null>(null);
  const { ask, dialog } = useFreshProof();
  const [mistake, setMistake] = useState<string | null>(null);
  return {
    query,
    secret,
    dialog,
    mistake,
    forgetSecret: () => setSecret(null),
    make: async (link: NewWallLink): Promise<string | null> => {
      const answer = await ask(() => makeLink(parts, link));
      if (!answer.ok) return answer.refusal === 'proof_old' ? refusalWords.proof_old : said.notMade;
      if (answer.value.outcome === 'too_many') return said.tooMany;
      queries.setQueryData(queryKey, answer.value.view);
      setSecret(answer.value.secret);
      return null;
    },
    revoke: async (id: string): Promise<void> => {
      const answer = await revokeLink(parts, id);
      if (answer.ok) queries.setQueryData(queryKey, answer.value);
      setMistake(answer.ok ? null : said.notRevoked);
    },
  };
};

/** Links that open the figures on a screen on a wall. */
export const WallLinksPage = () => {
  const { query, secret, dialog, mistake, forgetSecret, make, revoke } = useLinks();
  const { clock } = useParts();
  const [isMaking, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<WallLink | null>(null);
  return (
    <div className="board setup">
      <div className="setup__head">
        <div className="setup__lead">
          <h1 className="board__title">{said.title}</h1>
          <p>{said.lead}</p>
        </div>
        <Button kind="main" icon="plus" isDisabled={query.data === undefined} onPress={() => setMaking(true)}>
          {said.add}
        </Button>
      </div>
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <PanelState
        content={query.data}
        loading={said.loading}
        hasFailed={query.isError}
        failed={said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {({ links }) => (
          <>
            {links.length === 0 ? <Empty title={said.empty}>{said.emptyMore}</Empty> : null}
            {links.map((link) => (
              <LinkCard
                key={link.id}
                link={link}
                isOver={link.expiresAt <= clock.now()}
                onRevoke={() => setRevoking(link)}
                onRemove={() => void revoke(link.id)}
              />
            ))}
          </>
        )}
      </PanelState>
      {isMaking ? <MakeDialog onMake={make} onClose={() => setMaking(false)} /> : null}
      {dialog}
      {secret === null ? null : <LinkDialog address={addressOf(secret)} onDone={forgetSecret} />}
      {revoking === null ? null : (
        <RevokeDialog
          label={revoking.label}
          onClose={() => setRevoking(null)}
          onRevoke={() => {
            setRevoking(null);
            void revoke(revoking.id);
          }}
        />
      )}
    </div>
  );
};
