import { encode } from 'uqr';

export interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

/** Squares of one row of the code, as a path. */
const rowPath = (row: readonly boolean[], y: number): string =>
  row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('');

/** Black on white in every theme: cameras read nothing else well. */
export const QrCode = ({ text, label }: QrCodeProps) => {
  const { data: squares, size } = encode(text, { ecc: 'M', border: 2 });
  return (
    <svg className="second-factor__qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.map(rowPath).join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
};
