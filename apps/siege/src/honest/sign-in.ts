import { request } from 'node:http';
import { NotDone } from './note';
import { PATIENCE } from './page';

export interface Person {
  readonly signInName: string;
  readonly password: string;
  readonly role: string;
}

/** A browser on a person's own device: it keeps its cookies. */
export class Device {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    private readonly address: string,
  ) {}

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Rejects with NotDone: the refusal, or the status. */
  async signIn({ signInName, password }: Person): Promise<void> {
    await this.send('POST', JSON.stringify({ signInName, password }));
  }

  async signOut(): Promise<void> {
    await this.send('DELETE', '');
  }

  private send(method: 'POST' | 'DELETE', body: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const headers = {
        'content-length': Buffer.byteLength(body),
        ...(body === '' ? {} : { 'content-type': 'application/json' }),
        ...(this.cookies.size === 0 ? {} : { cookie: this.cookie }),
      };
      const options = { method, headers, agent: false, localAddress: this.address, timeout: PATIENCE };
      const sent = request(`${this.url}/api/session`, options, (response) => {
        this.keep(response.headers['set-cookie'] ?? []);
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          if (status < 300) resolve();
          else reject(new NotDone(/"refusal":"(\w+)"/.exec(text)?.[1] ?? `status ${status}`));
        });
        response.on('error', () => reject(new NotDone('the connection closed')));
      });
      sent.on('timeout', () => sent.destroy());
      sent.on('error', ({ message }) => reject(new NotDone(message)));
      sent.end(body);
    });
  }

  private keep(given: readonly string[]): void {
    for (const cookie of given) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name === undefined) continue;
      if (value === undefined || value === '' || /max-age=0|1970/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
