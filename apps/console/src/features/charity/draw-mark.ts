import { CHARITY_LIMITS } from '@warmline/vocabulary';

/** Pixels of the longer side, tried in turn until the picture is small enough. */
const SIZES = [256, 160, 96, 64];
const PREFIX = 'data:image/png;base64,';

const load = (url: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.addEventListener('load', () => resolve(image));
    image.addEventListener('error', () => reject(new TypeError('this file is no picture')));
    image.src = url;
  });

const read = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(new TypeError('this file cannot be read')));
    reader.readAsDataURL(file);
  });

const drawn = (image: HTMLImageElement, size: number): string => {
  const { naturalWidth: width, naturalHeight: height } = image;
  // An SVG may have no size of its own.
  const [wide, high] = width > 0 && height > 0 ? [width, height] : [size, size];
  const scale = size / Math.max(wide, high);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(wide * scale));
  canvas.height = Math.max(1, Math.round(high * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').slice(PREFIX.length);
};

const BITS = 6;
const BITS_OF_BYTE = 8;
const bytesOf = (base64: string): number => (base64.length * BITS) / BITS_OF_BYTE;

/**
 * A picture as a PNG of at most 32 KB, in base64. It is drawn again, so nothing of the file itself is sent: no script of an SVG,
 * no place or device of a photograph. Rejects for a file that is no picture.
 */
export const drawMark = async (file: Blob): Promise<string> => {
  const image = await load(await read(file));
  const tries = SIZES.map((size) => () => drawn(image, size));
  for (const draw of tries) {
    const picture = draw();
    if (bytesOf(picture) <= CHARITY_LIMITS.markBytes) return picture;
  }
  throw new TypeError('this picture stays too big');
};
