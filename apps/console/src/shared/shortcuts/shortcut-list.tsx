import { Button, Dialog, DialogFoot } from '@warmline/ui';
import { commonWords } from '../i18n/common-words';
import { shortcutLabel, shortcutNames } from './shortcut';
import { shortcutWords } from './shortcut-words';
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

export const ShortcutList = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={shortcutWords.title} isOpen onClose={onClose} isLight>
    <p>{shortcutWords.lead}</p>
    <dl className="shortcuts">
      {shortcutNames.map((name) => (
        <Row key={name} keys={shortcutLabel(name, isMac())} does={shortcutWords[name]} />
      ))}
      <Row keys={sendKey()} does={shortcutWords.send} />
      <Row keys="Enter" does={shortcutWords.newLine} />
      <Row keys="/" does={shortcutWords.starters} />
      <Row keys="Esc" does={shortcutWords.escape} />
    </dl>
    <DialogFoot>
      <Button onPress={onClose} autoFocus>
        {commonWords.close}
      </Button>
    </DialogFoot>
  </Dialog>
);
