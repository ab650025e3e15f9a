import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { IconCheck } from '../icons';
import { MAC, useShortcuts } from '../keyboard';
import { useWords } from '../words';
import { clearPlace, pressable, REST } from './clear-place';
import css from './feedback.module.css';
import { useAnnounce } from './live';

/** One sentence in passing. `undo` offers to take the step back, `redo` to do again what was taken back. */
export interface ToastMessage {
  text: string;
  undo?: () => void;
  redo?: () => void;
}

interface Shown extends ToastMessage {
  id: number;
}

/** How long after a change of the screen a toast looks for its place again, in ms. */
const SETTLE = 100;
/** How long a toast stays unless somebody looks at it. */
const STAY = 8000;

const Toasts = createContext<(message: ToastMessage) => void>(() => undefined);

/** Keeps clear of buttons and fields, also of those that come while the toast stands; scrolling does not move it. */
function useClearPlace(ref: RefObject<HTMLDivElement | null>): number {
  const [bottom, setBottom] = useState(REST);
  useLayoutEffect(() => {
    const own = ref.current;
    if (own === null) return;
    let asked: number | undefined;
    const place = () => {
      asked = undefined;
      setBottom(clearPlace(own.getBoundingClientRect(), pressable(own), window.innerHeight));
    };
    // A screen at work changes with every key: it is looked at now and then only.
    const soon = () => {
      asked ??= window.setTimeout(place, SETTLE);
    };
    place();
    const changes = new MutationObserver((all) => {
      if (all.some((one) => !own.contains(one.target))) soon();
    });
    changes.observe(document.body, { childList: true, subtree: true });
    window.addEventListener('resize', soon);
    return () => {
      window.clearTimeout(asked);
      changes.disconnect();
      window.removeEventListener('resize', soon);
    };
  }, [ref]);
  return bottom;
}

function Toast({ toast, onGone }: { toast: Shown; onGone: (id: number) => void }) {
  const { say } = useWords();
  const [held, setHeld] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const bottom = useClearPlace(place);
  const act = toast.undo ?? toast.redo;
  useEffect(() => {
    if (held) return;
    const timer = window.setTimeout(() => onGone(toast.id), STAY);
    return () => window.clearTimeout(timer);
  }, [held, toast.id, onGone]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only stops the clock while somebody reads
    <div
      ref={place}
      className={css.toast}
      style={{ marginBlockEnd: bottom }}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <IconCheck size={16} aria-hidden="true" />
      <span>{toast.text}</span>
      {act && (
        <button
          type="button"
          className={css.undo}
          onClick={() => {
            act();
            onGone(toast.id);
          }}
        >
          {say(toast.undo ? 'undo' : 'redo')}
          <span className={css.undoKeys}>
            {toast.undo ? say(MAC ? 'undo-keys-mac' : 'undo-keys') : say(MAC ? 'redo-keys-mac' : 'redo-keys')}
          </span>
        </button>
      )}
    </div>
  );
}

/** Shows toasts at the bottom; the latest replaces the one before. Ctrl Z does what the toast offers. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { say } = useWords();
  const announce = useAnnounce();
  const [toast, setToast] = useState<Shown | null>(null);
  const next = useRef(0);
  const show = useCallback(
    (message: ToastMessage) => {
      next.current += 1;
      setToast({ ...message, id: next.current });
      announce(message.text);
    },
    [announce],
  );
  const gone = useCallback((id: number) => setToast((old) => (old?.id === id ? null : old)), []);
  useShortcuts(
    [
      {
        keys: 'mod+z',
        label: say('undo'),
        run: () => {
          toast?.undo?.();
          if (toast) gone(toast.id);
        },
      },
    ],
    toast?.undo !== undefined,
  );
  return (
    <Toasts value={show}>
      {children}
      <div className={css.toasts}>{toast && <Toast key={toast.id} toast={toast} onGone={gone} />}</div>
    </Toasts>
  );
}

/** Shows a toast. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(Toasts);
}
