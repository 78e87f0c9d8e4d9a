import type { HelpCall, HelpView } from '@warmline/contracts';
import { Banner, Button, Card, Mark, Table, type TableColumn } from '@warmline/ui';
import { GoToMine, useIsMe } from '../../shared/desk/go-to-mine';
import { commonWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useClient, useLive } from '../../shared/live/live-provider';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { VisitorName } from '../../shared/page/visitor-name';
import { helpWords } from './help-words';
import './help.css';
import { useComing } from './use-coming';

const said = helpWords;

const stateOf = ({ answered, joinedAt, isThere, conversationId }: HelpCall): string => {
  if (answered === null) return said.stages.called;
  const { name } = answered.by;
  if (joinedAt === null) return said.stages.coming(name);
  return isThere || conversationId === null ? said.stages.there(name) : said.stages.left(name);
};

interface ActsProps {
  readonly call: HelpCall;
  readonly onCome: (call: HelpCall) => void;
  readonly onOpen: (conversationId: string) => void;
}

const Acts = ({ call, onCome, onOpen }: ActsProps) => {
  const client = useClient();
  const me = useLive(({ desk }) => desk?.me.id ?? null);
  const { answered, calledBy, conversationId } = call;
  if (calledBy.id === me) return null;
  if (answered === null)
    return (
      <Button size="small" kind="main" aria-label={said.comeTo(calledBy.name)} onPress={() => onCome(call)}>
        {said.come}
      </Button>
    );
  return (
    <span className="ui-table__buttons">
      {conversationId === null || call.isThere ? null : (
        <Button size="small" aria-label={said.openOf(calledBy.name)} onPress={() => onOpen(conversationId)}>
          {said.open}
        </Button>
      )}
      <Button
        size="small"
        kind="quiet"
        aria-label={said.settleOf(calledBy.name)}
        onPress={() => client.help.end(call.id)}
      >
        {said.settle}
      </Button>
    </span>
  );
};

export interface CallsTableProps {
  /** Opens a conversation to read along. A confirmation comes first, because the responder did not call. */
  readonly onRead: (what: { readonly conversationId: string; readonly responderName: string }) => void;
}

type Unanswered = HelpView['unanswered'][number];

type OpenCall =
  | { readonly kind: 'call'; readonly call: HelpCall }
  | { readonly kind: 'unanswered'; readonly unanswered: Unanswered };

/** A visitor calls too, by waiting: their last message has had no reply for long. */
const openCallsOf = (calls: readonly HelpCall[], unanswered: readonly Unanswered[]): readonly OpenCall[] => [
  ...calls.map((call) => ({ kind: 'call' as const, call })),
  ...unanswered.map((one) => ({ kind: 'unanswered' as const, unanswered: one })),
];

const WhoCell = ({ open }: { readonly open: OpenCall }) =>
  open.kind === 'unanswered' ? (
    <>
      <VisitorName name={open.unanswered.visitorName} conversationId={open.unanswered.conversationId} />{' '}
      <Mark tone="notice" icon="clock">
        {said.waitsForReply}
      </Mark>
    </>
  ) : (
    <>
      <bdi>{open.call.calledBy.name}</bdi>{' '}
      {open.call.urgency === 'urgent' ? (
        <Mark tone="grave" icon="notification">
          {said.urgent}
        </Mark>
      ) : null}{' '}
      {open.call.because === 'facts' ? <span className="ui-table__soft">{said.automatic}</span> : null}
    </>
  );

const VisitorCell = ({ open }: { readonly open: OpenCall }) => {
  if (open.kind === 'unanswered') return <span className="ui-table__soft">{said.thisVisitor}</span>;
  if (open.call.conversationId === null) return <span className="ui-table__soft">{said.visitorNone}</span>;
  return <VisitorName name={open.call.visitorName} conversationId={open.call.conversationId} />;
};

const ReadButton = ({ unanswered: one, onRead }: CallsTableProps & { readonly unanswered: Unanswered }) => {
  const name = visitorCalled(one.visitorName, one.conversationId);
  if (useIsMe(one.responder.id)) return <GoToMine name={name} conversationId={one.conversationId} />;
  return (
    <Button
      size="small"
      icon="eye"
      aria-label={said.readWith(name)}
      onPress={() => onRead({ conversationId: one.conversationId, responderName: one.responder.name })}
    >
      {commonWords.read}
    </Button>
  );
};

type ColumnsInput = CallsTableProps & Omit<ActsProps, 'call'> & { readonly now: number };

const columnsOf = ({ now, onRead, ...acts }: ColumnsInput): readonly TableColumn<OpenCall>[] => [
  { key: 'who', title: said.who, cell: (open) => <WhoCell open={open} /> },
  { key: 'visitor', title: said.visitor, cell: (open) => <VisitorCell open={open} /> },
  {
    key: 'since',
    title: said.calledSince,
    kind: 'figure',
    cell: (open) =>
      said.since(minutesBetween(open.kind === 'call' ? open.call.calledAt : open.unanswered.since, now)),
  },
  {
    key: 'state',
    title: said.state,
    cell: (open) => (
      <bdi>{open.kind === 'call' ? stateOf(open.call) : said.waitsFor(open.unanswered.responder.name)}</bdi>
    ),
  },
  {
    key: 'actions',
    title: commonWords.open,
    kind: 'actions',
    cell: (open) =>
      open.kind === 'call' ? (
        <Acts call={open.call} {...acts} />
      ) : (
        <ReadButton unanswered={open.unanswered} onRead={onRead} />
      ),
  },
];

/** Every open call for help, and every visitor without a reply. It is empty while there are none. */
export const CallsTable = ({ onRead }: CallsTableProps) => {
  const calls = useLive((live) => live.help?.calls) ?? [];
  const unanswered = useLive((live) => live.help?.unanswered) ?? [];
  const now = useNow(5_000);
  const { told, come, open } = useComing();
  if (calls.length + unanswered.length === 0) return told === null ? null : <Banner>{told}</Banner>;
  const columns = columnsOf({
    now,
    onRead,
    onCome: (call) => void come(call),
    onOpen: (conversationId) => void open(conversationId),
  });
  return (
    <Card title={said.title} lead={said.lead}>
      {told === null ? null : <Banner>{told}</Banner>}
      <Table
        label={said.title}
        columns={columns}
        rows={openCallsOf(calls, unanswered)}
        rowKey={(row) => (row.kind === 'call' ? row.call.id : row.unanswered.conversationId)}
      />
    </Card>
  );
};
