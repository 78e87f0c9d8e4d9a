import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '@warmline/test-kit/testing';
import type { Journey } from './journey';
import { warmlineUrl } from './running';

export interface SitePage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The tag that a charity puts on its pages. */
export const LAUNCHER = `<a href="${warmlineUrl()}/" data-warmline>Chat with us</a>
<script src="${warmlineUrl()}/launch.js" data-colour="#7a1f5c" async></script>`;

/** A charity's own site: another site than the chat, as a browser counts sites. */
export class CharitySite {
  readonly #server: Server;
  readonly #pages = new Map<string, SitePage>();

  private constructor() {
    this.#server = createServer((request, response) => {
      const page = this.#pages.get(request.url ?? '/');
      response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html', ...page?.headers });
      response.end(page?.html ?? '');
    });
  }

  static async open(): Promise<CharitySite> {
    const site = new CharitySite();
    site.#server.listen(0);
    await once(site.#server, 'listening');
    return site;
  }

  /** The origin that the service allows. */
  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The same pages at an origin that it does not allow. */
  get otherOrigin(): string {
    return `http://localhost:${this.#port}`;
  }

  /** @returns its address at the allowed origin */
  put(path: string, page: SitePage): string {
    this.#pages.set(path, page);
    return `${this.origin}${path}`;
  }

  /** As an administrator does in Set up; in force once the page of visitors says so. */
  async isAllowed(journey: Journey): Promise<void> {
    const kit = await journey.administrator('Kit');
    await kit.isThere();
    await kit.page.evaluate(async (origin) => {
      const list = (await (await fetch('/api/setup/service')).json()) as {
        version: number;
        rows: Record<string, string>[];
      };
      const rows = list.rows.map((row) => ({ ...row, allowed_parents: origin }));
      await fetch('/api/setup/service', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ version: list.version, checkOnly: false, rows }),
      });
    }, this.origin);
    await until('the site to be allowed', async () => {
      const policy = (await fetch(warmlineUrl())).headers.get('content-security-policy');
      return policy?.includes(`frame-ancestors ${this.origin};`) === true;
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  get #port(): number {
    return (this.#server.address() as AddressInfo).port;
  }
}
