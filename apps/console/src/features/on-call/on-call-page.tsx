import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NewOnCallContact, OnCallAdded, OnCallContact, OnCallView } from '@warmline/contracts';
import { Banner, Button, Card, Dialog, DialogFoot, Empty, PanelState } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { locale } from '../../shared/i18n/locale';
import { useParts } from '../../shared/page/parts';
import type { HttpAnswer } from '../../shared/session/ask-http';
import { AddContact } from './add-contact';
import { addContact, onCallQuery, removeContact, testContact } from './on-call-requests';
import { onCallWords } from './on-call-words';
import './on-call.css';

const said = onCallWords;
const when = new Intl.DateTimeFormat(locale.formats, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

const stateOf = ({ isSending, last }: OnCallContact): string => {
  if (isSending) return said.sending;
  return last === null ? said.never : said.last(said.results[last.result], when.format(last.at));
};

interface ContactProps {
  readonly contact: OnCallContact;
  readonly onTest: () => void;
  readonly onRemove: () => void;
}

const Contact = ({ contact, onTest, onRemove }: ContactProps) => {
  const { kind, label, address, last, isSending, sent, failed } = contact;
  // A test under way says nothing of the one before.
  const isFailing = !isSending && last !== null && last.result !== 'sent';
  return (
    <Card
      title={label}
      lead={`${said.kinds[kind]} · ${address ?? said.lostAddress}`}
      actions={
        <span className="on-call__acts">
          <Button size="small" isDisabled={isSending} aria-label={said.testOf(label)} onPress={onTest}>
            {said.test}
          </Button>
          <Button size="small" kind="quiet" aria-label={said.removeOf(label)} onPress={onRemove}>
            {said.remove}
          </Button>
        </span>
      }
    >
      <Banner tone={isFailing ? 'grave' : 'calm'} icon={isFailing ? 'warn' : 'note'}>
        {stateOf(contact)} {sent + failed === 0 ? null : said.counts(sent, failed)}
      </Banner>
    </Card>
  );
};

/** Nobody hears at this address any more, so it is asked first. */
const RemoveDialog = ({
  contact,
  onClose,
  onRemove,
}: {
  readonly contact: OnCallContact;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}) => (
  <Dialog title={said.removeTitle(contact.label)} isOpen onClose={onClose} isLight>
    <p>{said.removeLead}</p>
    <DialogFoot>
      <Button autoFocus onPress={onClose}>
        {said.cancel}
      </Button>
      <Button kind="grave" onPress={onRemove}>
        {said.remove}
      </Button>
    </DialogFoot>
  </Dialog>
);

/** Shown once: only the button closes it. */
const Secret = ({ secret, onDone }: { readonly secret: string | null; readonly onDone: () => void }) => (
  <Dialog title={said.secretTitle} isOpen={secret !== null} onClose={() => undefined}>
    <p>{said.secretLead}</p>
    <p>
      <code className="on-call__secret" dir="ltr">
        {secret}
      </code>
    </p>
    <DialogFoot>
      <Button kind="main" onPress={onDone}>
        {said.secretDone}
      </Button>
    </DialogFoot>
  </Dialog>
);

/** The contacts, and what can be done with them. Every answer is the view as it is afterwards. */
const useContacts = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const query = useQuery(onCallQuery(parts));
  const [mistake, setMistake] = useState<string | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const show = (view: OnCallView): void => {
    queries.setQueryData(onCallQuery(parts).queryKey, view);
  };
  const settle = (answer: HttpAnswer<OnCallView>): void => {
    if (answer.ok) show(answer.value);
    const isTooFast = !answer.ok && answer.refusal === 'too_fast';
    setMistake(answer.ok ? null : isTooFast ? said.tooFast : said.notDone);
  };
  return {
    query,
    mistake,
    secret,
    forgetSecret: () => setSecret(null),
    test: async (id: string) => settle(await testContact(parts, id)),
    remove: async (id: string) => settle(await removeContact(parts, id)),
    add: async (contact: NewOnCallContact): Promise<OnCallAdded | null> => {
      const answer = await addContact(parts, contact);
      if (!answer.ok) return null;
      if (answer.value.outcome === 'added') {
        show(answer.value.view);
        setSecret(answer.value.secret);
      }
      return answer.value;
    },
  };
};

/** Who is told when someone needs a supervisor and none is connected. */
export const OnCallPage = () => {
  const { query, mistake, secret, forgetSecret, test, remove, add } = useContacts();
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<OnCallContact | null>(null);
  const removeNow = (): void => {
    if (removing !== null) void remove(removing.id);
    setRemoving(null);
  };
  return (
    <div className="board setup">
      <div className="setup__head">
        <div className="setup__lead">
          <h1 className="board__title">{said.title}</h1>
          <p>{said.lead}</p>
        </div>
        <Button kind="main" icon="plus" isDisabled={query.data === undefined} onPress={() => setAdding(true)}>
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
        {({ contacts, canMail }) => (
          <>
            {contacts.length === 0 ? <Empty title={said.empty}>{said.emptyMore}</Empty> : null}
            {contacts.map((contact) => (
              <Contact
                key={contact.id}
                contact={contact}
                onTest={() => void test(contact.id)}
                onRemove={() => setRemoving(contact)}
              />
            ))}
            {isAdding ? <AddContact canMail={canMail} onAdd={add} onClose={() => setAdding(false)} /> : null}
          </>
        )}
      </PanelState>
      {removing === null ? null : (
        <RemoveDialog contact={removing} onClose={() => setRemoving(null)} onRemove={removeNow} />
      )}
      <Secret secret={secret} onDone={forgetSecret} />
    </div>
  );
};
