import { FaultProxy } from '@warmline/test-kit';

/** Which of a deployment's processes a link joins: 'gateway 0>postgres'. */
export type LinkName = `${string}>${string}`;

/** Every line between two processes of a deployment, each with a proxy that can spoil it. */
export class Links {
  private readonly proxies = new Map<LinkName, FaultProxy>();

  /** Answers the port to use instead of `target`. */
  async add(name: LinkName, target: number): Promise<number> {
    const proxy = await FaultProxy.before(target);
    this.proxies.set(name, proxy);
    return proxy.port;
  }

  get names(): readonly LinkName[] {
    return [...this.proxies.keys()];
  }

  /** Those on which something is wrong, with what. */
  get faulty(): readonly string[] {
    return [...this.proxies].flatMap(([name, { fault }]) =>
      fault === null ? [] : [`${fault.kind} ${name}`],
    );
  }

  of(name: string): FaultProxy {
    const found = [...this.proxies].find(([known]) => known === name);
    if (found === undefined) throw new Error(`there is no link ${name}`);
    return found[1];
  }

  async heal(): Promise<void> {
    await Promise.all([...this.proxies.values()].map((proxy) => proxy.set(null)));
  }

  async close(): Promise<void> {
    await Promise.all([...this.proxies.values()].map((proxy) => proxy.close()));
  }
}
