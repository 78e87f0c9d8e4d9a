import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InviteLink, ServiceImported } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';
import { refusalWords } from '../../../shared/i18n/refusal-words';
import { useParts } from '../../../shared/page/parts';
import { useFreshProof } from '../../../shared/second-factor/use-fresh-proof';
import { sendServiceFile } from './move-requests';
import { moveWords as said } from './move-words';

/** Characters, as the server takes them. */
const FILE_MAX = 3_000_000;

interface Chosen {
  readonly name: string;
  readonly text: string;
}

/** A file that is checked, and what it would make. */
export type CheckedFile = Extract<ServiceImported, { outcome: 'checked' | 'saved' }>;

type State =
  | { readonly is: 'empty' | 'checking' }
  | { readonly is: 'answered'; readonly answer: ServiceImported }
  | { readonly is: 'failed'; readonly text: string };

const failedWords = (refusal: Refusal): string =>
  refusal === 'proof_old' ? refusalWords.proof_old : said.notChecked;

/** One file on its way in: chosen, checked, and made here. */
export const useServiceFile = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const { ask, dialog } = useFreshProof();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [state, setState] = useState<State>({ is: 'empty' });
  const [isBusy, setBusy] = useState(false);
  const [invites, setInvites] = useState<readonly InviteLink[]>([]);
  const send = async (file: Chosen, fingerprint?: string): Promise<ServiceImported | null> => {
    const compared = fingerprint === undefined ? {} : { fingerprint };
    const sent = { text: file.text, checkOnly: fingerprint === undefined, ...compared };
    const answer = await ask(() => sendServiceFile(parts, sent));
    if (!answer.ok) setState({ is: 'failed', text: failedWords(answer.refusal) });
    else setState({ is: 'answered', answer: answer.value });
    return answer.ok ? answer.value : null;
  };
  return {
    chosen,
    state,
    isBusy,
    proofDialog: dialog,
    invites,
    forgetInvites: () => setInvites([]),
    choose: async (file: File | undefined): Promise<void> => {
      if (file === undefined) return;
      const isTooBig = file.size > 4 * FILE_MAX;
      const text = isTooBig ? '' : await file.text();
      setChosen({ name: file.name, text });
      if (isTooBig || text.length > FILE_MAX) return setState({ is: 'failed', text: said.tooBig });
      setState({ is: 'checking' });
      await send({ name: file.name, text });
    },
    /** Once a person has compared the fingerprint. */
    make: async (fingerprint: string): Promise<void> => {
      if (chosen === null) return;
      setBusy(true);
      const answer = await send(chosen, fingerprint);
      setBusy(false);
      if (answer?.outcome !== 'saved') return;
      setInvites(answer.invites);
      await queries.invalidateQueries({ queryKey: ['setup'] });
    },
  };
};
export type ServiceFileInUse = ReturnType<typeof useServiceFile>;
