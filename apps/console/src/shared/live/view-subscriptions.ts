import { updatedLiveView, type Clock, type Outcome } from '@warmline/client';
import type { LiveViewUpdate } from '@warmline/contracts';
import type { StaffConnection } from './conversation-client';
import type { LiveStore, ShownViews, ViewName, Views } from './live-store';
import { Subscription } from './subscription';

export type ViewSubscriptions = { readonly [Name in ViewName]: Subscription<Views[Name]> };

export interface ViewPorts {
  readonly connection: StaffConnection;
  readonly store: LiveStore;
  readonly clock: Clock;
}

interface ViewKind<Name extends ViewName> {
  readonly name: Name;
  readonly request: () => Promise<Outcome<Views[Name]>>;
  readonly show: (view: Views[Name]) => void;
}

const subscribe = <Name extends ViewName>(
  { connection, store, clock }: ViewPorts,
  { name, request, show }: ViewKind<Name>,
): Subscription<Views[Name]> =>
  new Subscription({
    request,
    show,
    current: () => {
      const shown: ShownViews = store.getState();
      return shown[name];
    },
    onRequested: (hasView) =>
      store.setState(({ failedViews }) => ({
        failedViews: [...failedViews.filter((one) => one !== name), ...(hasView ? [] : [name])],
      })),
    isOnline: () => connection.state.get().name === 'online',
    clock,
  });

/** Goes on from the view that is shown. Where an update before this one was missed, the whole view is requested, once at a time. */
const liveViewUpdates = (
  store: LiveStore,
  liveView: Subscription<Views['liveView']>,
): ((update: LiveViewUpdate) => void) => {
  let isRequested = false;
  return (update) => {
    const shown = store.getState().liveView;
    const next = shown === null ? null : updatedLiveView(shown, update);
    if (next !== null) {
      if (next !== shown) liveView.push(next);
      return;
    }
    if (shown === null || isRequested) return;
    isRequested = true;
    void liveView.resume().finally(() => {
      isRequested = false;
    });
  };
};

/** One subscription for each view: what requests it, and where the store keeps it. Each push goes to its own. */
export const subscribeToViews = (ports: ViewPorts): ViewSubscriptions => {
  const { connection, store, clock } = ports;
  const views: ViewSubscriptions = {
    liveView: subscribe(ports, {
      name: 'liveView',
      request: () => connection.send('live_view:open', {}),
      show: (liveView) => store.setState({ liveView, clockAhead: liveView.now - clock.now() }),
    }),
    opening: subscribe(ports, {
      name: 'opening',
      request: () => connection.send('opening:read', {}),
      show: (opening) => store.setState({ opening }),
    }),
    wallboard: subscribe(ports, {
      name: 'wallboard',
      request: () => connection.send('wallboard:open', {}),
      show: (wallboard) => store.setState({ wallboard }),
    }),
    help: subscribe(ports, {
      name: 'help',
      request: () => connection.send('help:open', {}),
      show: (help) => store.setState({ help }),
    }),
  };
  connection.on('live_view:changed', liveViewUpdates(store, views.liveView));
  connection.on('opening:changed', (view) => views.opening.push(view));
  connection.on('wallboard:changed', (view) => views.wallboard.push(view));
  connection.on('help:changed', (view) => views.help.push(view));
  return views;
};
