import { useEffect, useRef } from 'react';
import './chart.css';
import type { Drawing } from './draw-chart';

export interface ChartProps {
  readonly title: string;
  readonly drawing: Drawing;
}

/** Where nothing can be drawn the table beside it says the same. */
const canDraw = (): boolean => typeof matchMedia === 'function' && typeof ResizeObserver === 'function';

/** Loads the chart library only when there is a chart to draw. */
const drawLater = (element: HTMLElement, drawing: Drawing): (() => void) => {
  let stop = (): void => {};
  let isOver = false;
  import('./draw-chart')
    .then(({ drawChart }) => {
      if (!isOver) stop = drawChart(element, drawing);
    })
    .catch(() => undefined);
  return () => {
    isOver = true;
    stop();
  };
};

/** A picture of numbers that the table beside it says; nobody has to read the picture. */
export const ChartFigure = ({ title, drawing }: ChartProps) => {
  const canvas = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = canvas.current;
    return element === null || !canDraw() ? undefined : drawLater(element, drawing);
  }, [drawing]);
  return (
    <figure className="chart" aria-hidden="true">
      <figcaption className="chart__title">
        {title}
        {drawing.series.length < 2
          ? null
          : drawing.series.map(({ label, stroke }, place) => (
              <span key={label} className="chart__key">
                <svg
                  className={`chart__stroke chart__stroke--${place}`}
                  viewBox="0 0 24 4"
                  aria-hidden="true"
                >
                  <line x1="0" y1="2" x2="24" y2="2" className={`chart__line chart__line--${stroke}`} />
                </svg>
                {label}
              </span>
            ))}
      </figcaption>
      <div className="chart__ground" dir="ltr" ref={canvas} />
    </figure>
  );
};
