import { Fragment, h, options, type ComponentChildren, type VNode } from 'preact';

type Props = Record<string, unknown> & { children?: ComponentChildren };

const isText = (child: unknown): child is string | number =>
  typeof child === 'string' || typeof child === 'number';

const isNothing = (child: unknown): boolean =>
  child === null || child === undefined || typeof child === 'boolean';

const wrapTexts = (child: ComponentChildren): ComponentChildren => {
  if (Array.isArray(child)) return child.map(wrapTexts);
  return isText(child) ? h('span', { textContent: child }) : child;
};

const replaceTexts = (props: Props, isElement: boolean): void => {
  const children: readonly unknown[] = [props.children].flat();
  if (!children.some(isText)) return;
  if (isElement && children.every((child) => isText(child) || isNothing(child))) {
    props['textContent'] = children.filter(isText).join('');
    delete props.children;
  } else props.children = wrapTexts(props.children);
};

/**
 * A browser's translator replaces text nodes with elements of its own. Preact would go on changing the nodes it made,
 * which nobody sees any more. So every text becomes the `textContent` of an element, which replaces whatever is in it.
 * Call this once, before anything is drawn.
 */
export const keepTextsLive = (): void => {
  options.vnode = (vnode: VNode<Props>): void => {
    const { type } = vnode;
    if (typeof type === 'string' || type === Fragment) replaceTexts(vnode.props, type !== Fragment);
  };
};
