import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePage } from './page-context';

/** A screen's title. Takes the focus when its screen opens, so that a screen reader starts there; not on arrival. */
export const ScreenHeading = ({ text }: { readonly text: string }) => {
  const { arrival } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (arrival.isOver) heading.current?.focus();
    arrival.isOver = true;
  }, [arrival]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {text}
    </h1>
  );
};
