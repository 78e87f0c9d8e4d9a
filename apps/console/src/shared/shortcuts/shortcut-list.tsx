import { Button, Dialog, DialogFoot } from '@warmline/ui';
import { words } from '../i18n/words';
import { SHORTCUTS, shortcutLabel, shortcutNames } from './shortcut';
import './shortcut-list.css';
import { isMac } from './use-shortcuts';

const sendKey = (): string => (isMac() ? '⌘+Enter' : 'Ctrl+Enter');

const Row = ({ keys, does }: { readonly keys: string; readonly does: string }) => (
  <div className="shortcuts__row">
    <dt>
      <kbd>{keys}</kbd>
    </dt>
    <dd>{does}</dd>
  </div>
);

export const ShortcutList = ({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title={words.shortcut.title} isOpen={isOpen} onClose={onClose} isLight>
    <p>{words.shortcut.lead}</p>
    <dl className="shortcuts">
      {shortcutNames.map((name) => (
        <Row key={SHORTCUTS[name]} keys={shortcutLabel(name, isMac())} does={words.shortcut[name]} />
      ))}
      <Row keys={sendKey()} does={words.shortcut.send} />
      <Row keys="Enter" does={words.shortcut.newLine} />
      <Row keys="/" does={words.shortcut.snippets} />
      <Row keys="Esc" does={words.shortcut.escape} />
    </dl>
    <DialogFoot>
      <Button onPress={onClose} autoFocus>
        {words.frame.close}
      </Button>
    </DialogFoot>
  </Dialog>
);
