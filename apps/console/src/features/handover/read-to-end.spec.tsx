import { fireEvent, render, screen } from '@testing-library/react';
import { useReadToEnd } from './read-to-end';

const LONG = { clientHeight: 100, scrollHeight: 300, scrollTop: 0 };

const Text = ({ box }: { readonly box: Record<keyof typeof LONG, number> }) => {
  const { text, isRead, onScroll } = useReadToEnd(true);
  const measured = (element: HTMLDivElement | null): void => {
    text.current = element;
    if (element !== null)
      for (const side of ['clientHeight', 'scrollHeight', 'scrollTop'] as const)
        Object.defineProperty(element, side, { configurable: true, get: () => box[side] });
  };
  return (
    <div ref={measured} onScroll={onScroll} role="group">
      {isRead ? 'read' : 'not yet'}
    </div>
  );
};

describe('reading a brief to its end', () => {
  it('[HND3] a long brief counts as read once its end was on screen, and stays read after', () => {
    const box = { ...LONG };
    render(<Text box={box} />);
    const text = screen.getByRole('group');
    expect(text.textContent).toBe('not yet');
    box.scrollTop = 150;
    fireEvent.scroll(text);
    expect(text.textContent).toBe('not yet');
    box.scrollTop = 198;
    fireEvent.scroll(text);
    expect(text.textContent).toBe('read');
    box.scrollTop = 0;
    fireEvent.scroll(text);
    expect(text.textContent).toBe('read');
  });

  it('[HND3] a brief that fits on screen is there to its end at once', () => {
    render(<Text box={{ clientHeight: 100, scrollHeight: 100, scrollTop: 0 }} />);
    expect(screen.getByRole('group').textContent).toBe('read');
  });
});
