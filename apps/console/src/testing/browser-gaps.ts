// What a browser has and jsdom has not. Imported before anything that needs it.

/** The router makes one to send someone elsewhere, and asks of what was thrown whether it is one. */
class HeadersOnly {
  readonly headers: Map<string, string>;
  readonly status: number;

  constructor(_body: unknown, init: { status?: number; headers?: Record<string, string> } = {}) {
    this.headers = new Map(Object.entries(init.headers ?? {}));
    this.status = init.status ?? 200;
  }
}

globalThis.Response ??= HeadersOnly as unknown as typeof Response;
globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;
window.scrollTo = () => {};
Element.prototype.scrollIntoView ??= () => {};

/** jsdom's files have no `text()`. */
const textOf = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file cannot be read')));
    reader.readAsText(file);
  });
Blob.prototype.text ??= function text(this: Blob): Promise<string> {
  return textOf(this);
};
