// The baseline: plain socket.io and pg, without permissions, gap-free numbers, sealing or audit. A message is inserted,
// delivered and acknowledged, in this order. `grouped` sends what arrives during an insert together in the next; `single` sends
// one INSERT a message. Arguments: port, address of the database, grouped or single.
import { createServer } from 'node:http';
import { Client, Pool } from 'pg';
import { Server, type Socket } from 'socket.io';

interface Message {
  readonly conversation: string;
  readonly id: string;
  readonly body: string;
}
interface Stored {
  readonly seq: number;
  readonly at: number;
}
type Insert = (message: Message) => Promise<Stored>;
interface Row {
  readonly seq: string;
  readonly at: Date;
}

const TABLE = `create table if not exists message (
  conversation uuid not null, seq bigserial, id uuid not null, body text not null,
  at timestamptz not null default now(), primary key (conversation, seq))`;
const storedOf = (row: Row | undefined): Stored => {
  if (row === undefined) throw new TypeError('an insert returns its row');
  return { seq: Number(row.seq), at: row.at.getTime() };
};

const single = (pool: Pool): Insert => {
  const text = 'insert into message (conversation, id, body) values ($1, $2, $3) returning seq, at';
  return async ({ conversation, id, body }) => {
    const { rows } = await pool.query<Row>({ name: 'insert', text, values: [conversation, id, body] });
    return storedOf(rows[0]);
  };
};

const grouped = (client: Client): Insert => {
  const text = `insert into message (conversation, id, body)
    select * from unnest($1::uuid[], $2::uuid[], $3::text[]) returning seq, at`;
  let waiting: { readonly message: Message; readonly resolve: (stored: Stored) => void }[] = [];
  let running = false;
  const drain = async (): Promise<void> => {
    if (running) return;
    running = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, 500);
      waiting = waiting.slice(500);
      const values = (['conversation', 'id', 'body'] as const).map((column) =>
        batch.map(({ message }) => message[column]),
      );
      const { rows } = await client.query<Row>({ name: 'insert', text, values });
      batch.forEach(({ resolve }, place) => resolve(storedOf(rows[place])));
    }
    running = false;
  };
  return (message) =>
    new Promise((resolve) => {
      waiting.push({ message, resolve });
      void drain();
    });
};

const serve = (socket: Socket, insert: Insert): void => {
  const [conversation, from] = ['conversation', 'from'].map((name) => String(socket.handshake.auth[name]));
  if (conversation === undefined) return;
  void socket.join(conversation);
  socket.on('message:send', async ({ id, body }: Message, acknowledge: (reply: unknown) => void) => {
    const { seq, at } = await insert({ conversation, id, body });
    const entry = { kind: 'message', seq, id, at, from, name: '', body };
    socket.to(conversation).emit('timeline:appended', { conversationId: conversation, entries: [entry] });
    acknowledge({ ok: true, value: { id, seq, at } });
  });
};

const run = async (): Promise<void> => {
  const [port, url, inserts] = process.argv.slice(2);
  const client = new Client({ connectionString: url ?? '' });
  await client.connect();
  await client.query(TABLE);
  const insert =
    inserts === 'single' ? single(new Pool({ connectionString: url ?? '', max: 10 })) : grouped(client);
  const http = createServer((_request, response) => response.end('ready'));
  const io = new Server(http, { serveClient: false, perMessageDeflate: false, pingInterval: 5_000 });
  io.on('connection', (socket) => serve(socket, insert));
  http.listen(Number(port), '127.0.0.1');
};

void run();
