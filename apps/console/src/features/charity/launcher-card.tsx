import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Card, TextField } from '@warmline/ui';
import { useParts } from '../../shared/page/parts';
import { askHttp } from '../../shared/session/ask-http';
import { charityWords as said } from './charity-words';
import type { SectionProps } from './form-parts';
import { parseLauncher } from './parse-charity';

const tagOf = (origin: string, path: string, integrity: string): string =>
  integrity === ''
    ? `<script src="${origin}/launch.js" async></script>`
    : `<script src="${origin}${path}" integrity="${integrity}" crossorigin="anonymous" async></script>`;

/** What goes into a website for the button, as text to copy. */
const Tag = () => {
  const parts = useParts();
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  const query = useQuery({
    queryKey: ['setup', 'launcher'],
    retry: false,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: '/api/launcher', parse: parseLauncher });
      return answer.ok ? answer.value : null;
    },
  });
  const { origin } = globalThis.location;
  const tag = tagOf(origin, query.data?.script ?? '', query.data?.integrity ?? '');
  const copy = async (): Promise<void> => {
    const isCopied = await navigator.clipboard.writeText(tag).then(
      () => true,
      () => false,
    );
    setState(isCopied ? 'copied' : 'failed');
  };
  return (
    <>
      <p>{said.tagLead}</p>
      <pre className="charity__tag" dir="ltr" tabIndex={0} aria-label={said.tag}>
        {tag}
      </pre>
      <div className="charity__acts">
        <Button size="small" onPress={() => void copy()}>
          {said.copy}
        </Button>
        <span role="status">
          {state === 'copied' ? said.copied : state === 'failed' ? said.notCopied : ''}
        </span>
      </div>
    </>
  );
};

/** The chat button on the charity's own sites. */
export const LauncherCard = ({ draft: { allowedParents }, onChange, mistakeOf }: SectionProps) => {
  const wrong = allowedParents.map((_, at) => mistakeOf(`allowedParents.${at}`)).find(Boolean);
  return (
    <Card title={said.launcher} lead={said.launcherLead}>
      <TextField
        label={said.partNames.allowedParents}
        hint={said.parentsHint}
        rows={3}
        value={allowedParents.join('\n')}
        onChange={(text) => onChange({ allowedParents: text === '' ? [] : text.split('\n') })}
        mistake={wrong}
        validationBehavior="aria"
      />
      <Tag />
    </Card>
  );
};
