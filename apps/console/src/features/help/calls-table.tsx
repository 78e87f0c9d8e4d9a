import type { HelpCall, HelpView } from '@warmline/contracts';
import { Banner, Button, Card, Mark } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import { minutesBetween, useNow } from '../../shared/page/use-now';
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

interface RowProps {
  readonly call: HelpCall;
  readonly now: number;
  readonly onCome: (call: HelpCall) => void;
  readonly onOpen: (conversationId: string) => void;
}

const Acts = ({ call, onCome, onOpen }: Omit<RowProps, 'now'>) => {
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

const Row = ({ call, now, ...acts }: RowProps) => (
  <tr>
    <th scope="row">
      <bdi>{call.calledBy.name}</bdi>{' '}
      {call.urgency === 'urgent' ? (
        <Mark tone="grave" icon="bell">
          {said.urgent}
        </Mark>
      ) : null}
    </th>
    <td>
      {call.conversationId === null ? (
        <span className="ui-table__soft">{said.visitorNone}</span>
      ) : (
        <bdi>{call.visitorName || commonWords.unnamed}</bdi>
      )}
    </td>
    <td className="ui-table__figure">{said.since(minutesBetween(call.calledAt, now))}</td>
    <td>
      <bdi>{stateOf(call)}</bdi>
    </td>
    <td className="ui-table__actions">
      <Acts call={call} {...acts} />
    </td>
  </tr>
);

export interface CallsTableProps {
  /** Opens a conversation to read along. A confirmation comes first, because the responder did not call. */
  readonly onRead: (what: { readonly conversationId: string; readonly responderName: string }) => void;
}

type Unanswered = HelpView['unanswered'][number];

/** A visitor calls too, by waiting: their last word has had no reply for long. */
const UnansweredRow = ({
  one,
  now,
  onRead,
}: {
  readonly one: Unanswered;
  readonly now: number;
  readonly onRead: CallsTableProps['onRead'];
}) => {
  const name = one.visitorName || commonWords.unnamed;
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>{' '}
        <Mark tone="notice" icon="clock">
          {said.waitsForReply}
        </Mark>
      </th>
      <td className="ui-table__soft">{said.thisVisitor}</td>
      <td className="ui-table__figure">{said.since(minutesBetween(one.since, now))}</td>
      <td>
        <bdi>{said.waitsFor(one.responder.name)}</bdi>
      </td>
      <td className="ui-table__actions">
        <Button
          size="small"
          icon="eye"
          aria-label={said.readWith(name)}
          onPress={() => onRead({ conversationId: one.conversationId, responderName: one.responder.name })}
        >
          {commonWords.read}
        </Button>
      </td>
    </tr>
  );
};

/** Every open call for help, and every visitor without a reply. It is empty while there are none. */
export const CallsTable = ({ onRead }: CallsTableProps) => {
  const calls = useLive((live) => live.help?.calls) ?? [];
  const unanswered = useLive((live) => live.help?.unanswered) ?? [];
  const now = useNow(5_000);
  const { told, come, open } = useComing();
  if (calls.length + unanswered.length === 0) return told === null ? null : <Banner>{told}</Banner>;
  return (
    <Card title={said.title} lead={said.lead}>
      {told === null ? null : <Banner>{told}</Banner>}
      <div className="ui-table__box" tabIndex={0} role="group" aria-label={said.title}>
        <table className="ui-table">
          <thead>
            <tr>
              <th scope="col">{said.who}</th>
              <th scope="col">{said.visitor}</th>
              <th scope="col">{said.calledFor}</th>
              <th scope="col">{said.state}</th>
              <th scope="col">
                <span className="ui-unseen">{commonWords.open}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <Row
                key={call.id}
                call={call}
                now={now}
                onCome={(one) => void come(one)}
                onOpen={(conversationId) => void open(conversationId)}
              />
            ))}
            {unanswered.map((one) => (
              <UnansweredRow key={one.conversationId} one={one} now={now} onRead={onRead} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
};
