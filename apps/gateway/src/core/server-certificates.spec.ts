import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { database } from '@warmline/postgres';
import { connectRedis } from '@warmline/redis';

/** Made for this spec and used nowhere else: a server that no authority knows, good for a hundred years. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg2tYPK86ZikzERzis
W+FJq/gMO8vJevup02T47m9RnpuhRANCAAQW6dNGBixKuwNKnzfZFU1tjTTmRuYp
m4z0qdXWhiCJMz/+uhhh3FUNUrKw5hJ2kArrl70c3c6rq6wsoB1z0Mmw
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBkDCCATagAwIBAgIUL8ZuEQDNaD1TuSLN5aMnMr4lov4wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEzMDE5MzAzNloYDzIxMjYxMTA2
MTkzMDM2WjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQW6dNGBixKuwNKnzfZFU1tjTTmRuYpm4z0qdXWhiCJMz/+uhhh3FUN
UrKw5hJ2kArrl70c3c6rq6wsoB1z0Mmwo2QwYjAdBgNVHQ4EFgQUvkuKhDm5MGFv
qqRxK0Y8j3/wVtUwHwYDVR0jBBgwFoAUvkuKhDm5MGFvqqRxK0Y8j3/wVtUwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUC
IQDZESW+90HpirwGjjmxTAzeSJQtOsmJjizUc/wVDnECagIgTCyTF9TKJwb6PPwO
uiWgVZvcT15Gs+q8m2C66QrlIz0=
-----END CERTIFICATE-----`;

let server: Server;
/** What a client sent once it had accepted the certificate. */
let heard = '';
const open = new Set<Socket>();

/** `greeting`: what the server says in the clear after the first bytes, before TLS; null where TLS comes first. */
const listen = async (greeting: string | null): Promise<number> => {
  heard = '';
  const begin = (socket: Socket): void => {
    const secure = new TLSSocket(socket, { isServer: true, key, cert });
    secure.on('data', (bytes) => (heard += String(bytes)));
    secure.on('error', () => socket.destroy());
  };
  server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    if (greeting === null) return begin(socket);
    socket.once('data', () => {
      socket.write(greeting);
      begin(socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};
afterEach(() => {
  for (const socket of open) socket.destroy();
  open.clear();
  server.close();
});

describe('the certificate of a server', () => {
  it('is checked at Postgres before a password is sent', async () => {
    const port = await listen('S');
    const url = `postgres://warmline:hidden@127.0.0.1:${port}/warmline?sslmode=verify-full`;
    const opening = database({ url, poolSize: 1 }).initialize();
    await expect(opening).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(heard).toBe('');
  });

  it('is checked at Redis before a password is sent', async () => {
    const port = await listen(null);
    let told: (error: unknown) => void = () => undefined;
    const refused = new Promise((resolve) => (told = resolve));
    const opening = connectRedis({
      url: `rediss://:hidden@127.0.0.1:${port}`,
      onError: (error) => told(error),
    });
    expect(await refused).toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(heard).toBe('');
    (await opening).destroy();
  });
});
