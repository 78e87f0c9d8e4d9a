import { commonWords } from '../i18n/common-words';
import './visitor-name.css';

interface VisitorNameProps {
  /** As the visitor gave it; '' where they gave none. */
  readonly name: string;
  readonly className?: string;
}

/** A visitor may choose any name, also a responder's: this mark is the page's own. None beside "Visitor" itself. */
export const VisitorMark = ({ name }: Pick<VisitorNameProps, 'name'>) =>
  name === '' || name === commonWords.unnamed ? null : (
    <>
      {' '}
      <span className="visitor-mark">{commonWords.visitor}</span>
    </>
  );

/** A visitor where their name is by itself, never without its mark. */
export const VisitorName = ({ name, className }: VisitorNameProps) => (
  <span className={className}>
    <bdi>{name || commonWords.unnamed}</bdi>
    <VisitorMark name={name} />
  </span>
);
