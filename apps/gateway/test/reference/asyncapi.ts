import type { z } from 'zod';
import {
  PROTOCOL_VERSION,
  STAFF_NAMESPACE,
  staffCommands,
  staffHandshakeSchema,
  staffNotices,
  VISITOR_NAMESPACE,
  visitorCommands,
  visitorHandshakeSchema,
  visitorNotices,
  refusalSchema,
} from '@warmline/contracts';
import { COMMAND_PERMISSIONS } from './command-permissions';
import { pascal, WireSchemas, type JsonSchema } from './schemas';

type Commands = Readonly<Record<string, { readonly payload: z.ZodType; readonly reply: z.ZodType }>>;
type Notices = Readonly<Record<string, z.ZodType>>;

interface Namespace {
  readonly name: 'visitor' | 'staff';
  readonly address: string;
  readonly handshake: z.ZodType;
  readonly commands: Commands;
  readonly notices: Notices;
}

const NAMESPACES: readonly Namespace[] = [
  {
    name: 'visitor',
    address: VISITOR_NAMESPACE,
    handshake: visitorHandshakeSchema,
    commands: visitorCommands,
    notices: visitorNotices,
  },
  {
    name: 'staff',
    address: STAFF_NAMESPACE,
    handshake: staffHandshakeSchema,
    commands: staffCommands,
    notices: staffNotices,
  },
];

const REFUSED: JsonSchema = {
  type: 'object',
  properties: { ok: { const: false }, refusal: { $ref: '#/components/schemas/Refusal' } },
  required: ['ok', 'refusal'],
  additionalProperties: false,
};

/** A reply is the value, or a refusal. */
const replyTo = (value: JsonSchema): JsonSchema => ({
  oneOf: [
    {
      type: 'object',
      properties: { ok: { const: true }, value },
      required: ['ok', 'value'],
      additionalProperties: false,
    },
    REFUSED,
  ],
});

const refTo = (channel: string, message: string): JsonSchema => ({
  $ref: `#/channels/${channel}/messages/${message}`,
});

class Channel {
  private readonly messages: Record<string, object> = {};
  readonly operations: Record<string, object> = {};

  constructor(
    private readonly namespace: Namespace,
    private readonly schemas: WireSchemas,
  ) {
    for (const [event, schema] of Object.entries(namespace.commands)) this.addCommand(event, schema);
    for (const [event, schema] of Object.entries(namespace.notices)) this.addNotice(event, schema);
  }

  private addCommand(event: string, { payload, reply }: Commands[string]): void {
    const { name } = this.namespace;
    const id = pascal(`${name} ${event}`);
    this.messages[event] = { name: event, payload: this.schemas.add(id, payload) };
    this.messages[`${event}.reply`] = { payload: replyTo(this.schemas.add(`${id}Value`, reply)) };
    this.operations[`${name}.${event}`] = {
      action: 'receive',
      'x-permission': COMMAND_PERMISSIONS[name][event],
      channel: { $ref: `#/channels/${name}` },
      messages: [refTo(name, event)],
      reply: { channel: { $ref: `#/channels/${name}` }, messages: [refTo(name, `${event}.reply`)] },
    };
  }

  private addNotice(event: string, schema: z.ZodType): void {
    const { name } = this.namespace;
    this.messages[event] = { name: event, payload: this.schemas.add(pascal(`${name} ${event}`), schema) };
    this.operations[`${name}.${event}`] = {
      action: 'send',
      channel: { $ref: `#/channels/${name}` },
      messages: [refTo(name, event)],
    };
  }

  document(): object {
    const { address, handshake, name } = this.namespace;
    return {
      address,
      description: `Socket.IO namespace. Commands are answered by an acknowledgement.`,
      'x-handshake-auth': this.schemas.add(pascal(`${name} handshake`), handshake),
      messages: this.messages,
    };
  }
}

/** Socket commands (received by the server) and pushes (sent by it) as an AsyncAPI 3.0 document. */
export const asyncApi = (): object => {
  const schemas = new WireSchemas();
  schemas.add('Refusal', refusalSchema);
  const built = NAMESPACES.map((namespace) => ({ namespace, channel: new Channel(namespace, schemas) }));
  const channels = Object.fromEntries(
    built.map(({ namespace, channel }) => [namespace.name, channel.document()]),
  );
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Warmline over Socket.IO',
      version: String(PROTOCOL_VERSION),
      license: { name: 'AGPL-3.0-or-later' },
    },
    defaultContentType: 'application/json',
    servers: { gateway: { host: '{host}', protocol: 'socket.io', pathname: '/socket.io' } },
    channels,
    operations: Object.assign({}, ...built.map(({ channel }) => channel.operations)) as object,
    components: { schemas: schemas.usedBy(channels) },
  };
};
