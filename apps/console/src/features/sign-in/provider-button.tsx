import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Banner, Button } from '@warmline/ui';
import { useParts } from '../../shared/page/parts';
import { beginAtProvider, readProvider } from '../../shared/session/provider-requests';
import { signInWords } from './sign-in-words';

/** Leads to the charity's identity provider, where there is one. */
export const ProviderButton = () => {
  const parts = useParts();
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const { data: provider } = useQuery({
    queryKey: ['identity provider'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => readProvider(parts),
  });
  const name = provider?.ok === true ? provider.value.name : null;
  if (name === null) return null;
  const begin = async (): Promise<void> => {
    setBusy(true);
    setFailed(false);
    const answer = await beginAtProvider(parts);
    if (answer.ok) return parts.leaveFor(answer.value.address);
    setBusy(false);
    setFailed(true);
  };
  return (
    <>
      {hasFailed ? (
        <Banner tone="notice" icon="warn">
          {signInWords.provider.unreachable}
        </Banner>
      ) : null}
      <Button isBusy={isBusy} onPress={() => void begin()}>
        {signInWords.provider.button(name)}
      </Button>
    </>
  );
};
