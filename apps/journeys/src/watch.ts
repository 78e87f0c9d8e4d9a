import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';

/** What a browser says about a line that a journey cut itself. */
const OF_BROKEN_LINES = /net::ERR_|WebSocket connection to|status of (401|503)/;

/** Runs in the page: a breach of the content policy counts like an error of its own. */
const reportBreaches = (): void =>
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    reportError(new Error(`breach of the content policy: ${violatedDirective} ${blockedURI}`)),
  );

/** Everything a context asked for and complained about. */
export class Watch {
  readonly requests: string[] = [];
  readonly sockets: string[] = [];
  readonly problems: string[] = [];
  /** Visitors' tokens as they were handed to the server. */
  readonly tokens = new Set<string>();
  /** In characters. */
  largestFrame = 0;

  static async over(context: BrowserContext): Promise<Watch> {
    const watch = new Watch();
    await context.addInitScript(reportBreaches);
    context.on('request', (request) => watch.requests.push(request.url()));
    context.on('page', (page) => watch.#follow(page));
    return watch;
  }

  #follow(page: Page): void {
    page.on('console', (message) => this.#heed(message));
    page.on('pageerror', (error) => this.problems.push(`${error.name}: ${error.message}`));
    page.on('websocket', (socket) => {
      this.sockets.push(socket.url());
      socket.on('framesent', ({ payload }) => {
        this.largestFrame = Math.max(this.largestFrame, payload.length);
        const token = /"token":"([A-Za-z0-9_-]{43})"/.exec(String(payload))?.[1];
        if (token !== undefined) this.tokens.add(token);
      });
    });
  }

  #heed(message: ConsoleMessage): void {
    const text = message.text();
    if (message.type() === 'error' && !OF_BROKEN_LINES.test(text)) this.problems.push(text);
  }
}
